package dev.lindy.project.discovery.generate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lindy.project.config.key.ConfigSchema;
import java.util.stream.Collectors;

/** The schema of project configs beside the config, and the comment by which editors find it without a network. */
final class SchemaFile {

    static final String PATH = ".orchestrator/orchestrator.schema.json";

    static final String COMMENT = "# yaml-language-server: $schema=" + PATH;

    private SchemaFile() {}

    static String render() {
        try {
            String text = new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(ConfigSchema.json());
            return text.lines().collect(Collectors.joining("\n", "", "\n"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Unexpected schema", e);
        }
    }
}

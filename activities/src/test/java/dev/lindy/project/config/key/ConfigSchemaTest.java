package dev.lindy.project.config.key;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import dev.lindy.document.DocumentReader;
import dev.lindy.project.config.ConfigLoader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigSchemaTest {

    private static final Path DOCS = Path.of("..", "docs", "reference");
    private static final String BEGIN = "<!-- keys -->\n";
    private static final String END = "<!-- end of keys -->\n";

    static List<ConfigKey> keys() {
        return ConfigKeys.list();
    }

    @ParameterizedTest
    @ValueSource(strings = {"minimal", "full.v060", "v0154"})
    void acceptsTheConfigsOfTheOriginal(String name) throws IOException {
        assertThat(errors(resource("/samples/orchestrator." + name + ".yaml"))).isEmpty();
    }

    @Test
    void acceptsTheShorthandAndMarksWhatTheLoaderWarnsAbout() throws IOException {
        String yaml = resource("/samples/orchestrator.module-scoped-gates.yaml");

        assertThat(errors(yaml))
                .containsExactly("/qa_gates/some_unknown_mapping: Value is [object] but should be [array, null]");
        assertThat(ConfigLoader.parse(yaml, "f").warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.message()).contains("qa_gates.some_unknown_mapping"));
    }

    @Test
    void acceptsTheExample() throws IOException {
        assertThat(errors(Files.readString(Path.of("..", "examples", "orchestrator.yaml"))))
                .isEmpty();
    }

    @Test
    void acceptsSectionsWithoutContent() {
        assertThat(errors("safety:\nmodules:\nqa_gates: {custom: , structural: }\nplanner: {model: }\n"))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("keys")
    void acceptsWhatTheLoaderTakes(ConfigKey key) {
        assertThat(errors(Samples.file(key, Samples.other(key)))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("keys")
    void refusesWhatTheLoaderRefuses(ConfigKey key) {
        for (String wrong : Samples.wrong(key)) {
            if (!wrong.equals("' '")) {
                assertThat(errors(Samples.file(key, wrong))).as(wrong).isNotEmpty();
            }
        }
    }

    @Test
    void refusesSlips() {
        assertThat(errors("safety: {max_paralel: 3}")).isNotEmpty();
        assertThat(errors("modules: [{path: x}]")).isNotEmpty();
        assertThat(errors("modules: [{name: a, path: a}]\nqa_gates: {a: [{name: x}]}"))
                .isNotEmpty();
    }

    /** With {@code -Dgolden.update=true} the files are written anew. */
    @Test
    void isPublished() throws IOException {
        String schema = new ObjectMapper()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .writeValueAsString(ConfigSchema.json())
                        .replace(System.lineSeparator(), "\n")
                + "\n";

        published(DOCS.resolve("orchestrator.schema.json"), schema);
    }

    @Test
    void isTheTableOfTheReferencePage() throws IOException {
        Path page = DOCS.resolve("configuration.md");
        String text = Files.readString(page);
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        int end = text.indexOf(END);
        assertThat(begin).isGreaterThanOrEqualTo(BEGIN.length()).isLessThanOrEqualTo(end);

        published(page, text.substring(0, begin) + String.join("\n", KeyTable.lines()) + "\n" + text.substring(end));
    }

    private static void published(Path file, String expected) throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, expected);
        }
        assertThat(Files.exists(file) ? Files.readString(file) : "").isEqualTo(expected);
    }

    private static List<String> errors(String yaml) {
        JsonNode document = Objects.requireNonNull(
                        DocumentReader.read(yaml, "orchestrator.yaml").document())
                .root();
        Validator.Result result = new ValidatorFactory()
                .withJsonNodeFactory(new JacksonNode.Factory())
                .validate((Object) ConfigSchema.json(), document);
        return result.getErrors().stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getError())
                .toList();
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = ConfigSchemaTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

package dev.lindy.project.discovery.scaffold;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What an agent is told and asked so that it proposes a project. */
public final class ScaffoldPrompt {

    private ScaffoldPrompt() {}

    /**
     * The request.
     *
     * @param problems what was wrong with its last answer; empty the first time
     */
    public static String text(String description, List<String> problems) {
        String prompt = resource("prompt.md") + description.strip() + "\n";
        if (problems.isEmpty()) {
            return prompt;
        }
        return prompt + "\n## Your last answer was refused\n\n- " + String.join("\n- ", problems) + "\n";
    }

    /** JSON schema of the answer. */
    public static String schema() {
        return resource("schema.json");
    }

    private static String resource(String name) {
        try (InputStream in = ScaffoldPrompt.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("Missing resource: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("could not read `" + name + "`", e);
        }
    }
}

package dev.lindy.engine;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an agent answered to a question.
 *
 * @param text the structured answer as JSON where there is one, else prose; empty where it failed
 * @param failure what was wrong, or null
 * @param hint one action that could work, or null
 * @param costUsd what it cost, as far as the agent says so
 */
public record AgentAnswer(
        String text, @Nullable String failure, @Nullable String hint, double costUsd) {

    private static final String FILE = "answer.json";

    static AgentAnswer failed(String failure, @Nullable String hint) {
        return new AgentAnswer("", failure, hint, 0);
    }

    /** Writes the answer into the folder of its question. */
    public void write(Path folder) {
        JsonFile.write(folder.resolve(FILE), this);
    }

    static Optional<AgentAnswer> read(Path folder) {
        return JsonFile.read(folder.resolve(FILE), AgentAnswer.class);
    }
}

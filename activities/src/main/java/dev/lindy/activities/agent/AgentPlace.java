package dev.lindy.activities.agent;

import java.nio.file.Path;

/**
 * Where an agent works.
 *
 * @param directory its working directory
 * @param files private folder of this start, for what the program takes as a file
 */
public record AgentPlace(Path directory, Path files) {

    /** File of {@link #files} that will hold the prompt. */
    public Path promptFile() {
        return files.resolve("stdin");
    }
}

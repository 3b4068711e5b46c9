package dev.lindy.engine;

import dev.lindy.state.CallerEnvironment;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A question to an agent outside of any run, and what the agent sees.
 *
 * @param agent as configs name it, for instance {@code claude_cli}
 * @param schema JSON schema of the answer
 * @param directory where the agent looks around; it changes nothing there
 * @param seconds after which the agent is ended
 */
public record AgentInquiry(String agent, String prompt, String schema, String directory, int seconds) {

    /** Name of the file with the caller's environment in the folder of a question. */
    public static final String ENVIRONMENT = "environment.json";

    private static final String FILE = "question.json";

    void write(Path folder, CallerEnvironment caller) {
        caller.write(folder.resolve(ENVIRONMENT));
        JsonFile.write(folder.resolve(FILE), this);
    }

    /** The question of a folder. */
    public static Optional<AgentInquiry> read(Path folder) {
        return JsonFile.read(folder.resolve(FILE), AgentInquiry.class);
    }
}

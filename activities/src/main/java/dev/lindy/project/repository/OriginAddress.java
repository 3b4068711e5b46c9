package dev.lindy.project.repository;

import dev.lindy.activities.git.GitBinary;
import dev.lindy.activities.git.GitFailed;
import dev.lindy.activities.git.GitOutput;
import dev.lindy.activities.git.GitProblem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Where the repository around a folder was cloned from. */
public final class OriginAddress {

    private OriginAddress() {}

    /** The address as git has it, which may hold a password; empty where there is none, or no git. */
    public static String of(Path folder, Map<String, String> callerEnvironment) {
        try {
            GitOutput output = GitBinary.in(callerEnvironment)
                    .run(folder, List.of("config", "--get", "remote.origin.url"), null, Map.of());
            return output.succeeded() ? new String(output.stdout(), StandardCharsets.UTF_8).strip() : "";
        } catch (GitProblem | GitFailed none) {
            return "";
        }
    }
}

package dev.lindy.cli.command;

import dev.lindy.cli.problem.UserProblem;
import dev.lindy.payload.Payloads;
import dev.lindy.state.RunFolder;
import dev.lindy.workflow.GoalRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The request that started a run, kept so that the run can be started again. */
final class RequestFile {

    private RequestFile() {}

    static Path of(RunFolder folder) {
        return folder.root().resolve(".lindy").resolve("request.json");
    }

    /** The request that continues a run from its journal. */
    static GoalRequest resuming(RunFolder folder, String hostQueue) {
        Path file = of(folder);
        try {
            GoalRequest first = Payloads.mapper().readValue(Files.readAllBytes(file), GoalRequest.class);
            return new GoalRequest(
                    first.run(),
                    first.title(),
                    first.goal(),
                    first.planFile(),
                    first.base(),
                    first.snapshot(),
                    first.policy(),
                    hostQueue,
                    first.projectName(),
                    true);
        } catch (IOException e) {
            throw UserProblem.usage("the run cannot be continued: could not read `%s`".formatted(file), null);
        }
    }
}

package dev.lindy.it;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lindy.payload.Payloads;
import dev.lindy.process.Finished;
import dev.lindy.process.ProcessRunner;
import dev.lindy.process.ShortCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a person can do to runs past Lindy: Temporal's own command. */
final class TemporalCli {

    private final LindyHome home;

    TemporalCli(LindyHome home) {
        this.home = home;
    }

    void terminate(String workflow) {
        run("workflow", "terminate", "--workflow-id", workflow);
    }

    /** Gives the Activities at work of a Workflow another time without a sign of life before they are delivered again. */
    void heartbeatTimeout(String workflow, Duration limit) {
        for (JsonNode activity : pendingActivities(workflow)) {
            run(
                    "activity",
                    "update-options",
                    "--workflow-id",
                    workflow,
                    "--activity-id",
                    activity.path("activityId").asText(),
                    "--heartbeat-timeout",
                    limit.toSeconds() + "s");
        }
    }

    /** How often the Activities at work of a Workflow have been delivered. */
    int deliveries(String workflow) {
        int most = 0;
        for (JsonNode activity : pendingActivities(workflow)) {
            most = Math.max(most, activity.path("attempt").asInt());
        }
        return most;
    }

    private JsonNode pendingActivities(String workflow) {
        try {
            return Payloads.mapper()
                    .readTree(run("workflow", "describe", "--workflow-id", workflow, "--output", "json"))
                    .path("pendingActivities");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String run(String... arguments) {
        List<String> command = new ArrayList<>(List.of(home.temporalBinary().toString()));
        command.addAll(Arrays.asList(arguments));
        command.addAll(List.of("--address", home.serverAddress(), "--namespace", "lindy"));
        Finished finished = new ProcessRunner().run(ShortCommand.of(command, home.root(), home.environment()));
        if (!finished.isSuccess()) {
            throw new AssertionError(command + " failed: " + finished.stderr());
        }
        return finished.text();
    }
}

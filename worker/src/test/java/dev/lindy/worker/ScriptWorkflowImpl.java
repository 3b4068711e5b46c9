package dev.lindy.worker;

import io.temporal.activity.ActivityCancellationType;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.workflow.Workflow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** See {@link ScriptWorkflow}. */
public final class ScriptWorkflowImpl implements ScriptWorkflow {

    @Override
    public String run(ScriptRequest request) {
        ScriptActivities activities = Workflow.newActivityStub(ScriptActivities.class, options(request));
        return switch (request.kind()) {
            case "program" -> activities.program(request);
            case "block" -> activities.block(request);
            case "hang" -> hang(Path.of(request.folder()));
            case "wait" -> {
                activities.step(request);
                Workflow.sleep(Duration.ofMillis(Long.parseLong(request.script())));
                yield activities.step(request);
            }
            default -> throw new IllegalStateException("Unexpected kind: " + request.kind());
        };
    }

    /** Stays in its first Workflow Task until its Worker is killed. */
    private static String hang(Path folder) {
        try {
            if (!Files.exists(folder.resolve("go"))) {
                Files.createFile(folder.resolve("hangs"));
                new CountDownLatch(1).await(4, TimeUnit.SECONDS);
            }
            return "went on";
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ActivityOptions options(ScriptRequest request) {
        ActivityOptions.Builder options = ActivityOptions.newBuilder()
                .setTaskQueue(request.hostQueue())
                .setStartToCloseTimeout(Duration.ofMinutes(10))
                .setCancellationType(ActivityCancellationType.WAIT_CANCELLATION_COMPLETED)
                .setRetryOptions(RetryOptions.newBuilder()
                        .setInitialInterval(Duration.ofSeconds(1))
                        .setMaximumAttempts(5)
                        .build());
        if (request.kind().equals("program")) {
            options.setHeartbeatTimeout(request.heartbeat());
        }
        return options.build();
    }
}

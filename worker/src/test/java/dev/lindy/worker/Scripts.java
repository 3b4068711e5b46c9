package dev.lindy.worker;

import com.fasterxml.jackson.databind.node.NullNode;
import dev.lindy.activities.ProgramOwners;
import dev.lindy.process.ProgramKey;
import dev.lindy.process.ProgramSpec;
import dev.lindy.process.Programs;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Runs shell scripts as programs. */
final class Scripts implements ScriptActivities {

    private final Programs programs;
    private final String path;

    Scripts(Programs programs, String path) {
        this.programs = programs;
        this.path = path;
    }

    @Override
    public String program(ScriptRequest request) {
        ActivityExecutionContext context = Activity.getExecutionContext();
        Path folder = Path.of(request.folder());
        programs.request(new ProgramSpec(
                new ProgramKey(request.key()),
                "script",
                List.of("sh", "-c", request.script()),
                folder,
                Map.of("PATH", path),
                null,
                folder.resolve("stdout"),
                folder.resolve("stderr"),
                Duration.ofMinutes(5),
                Duration.ofSeconds(1),
                null,
                ProgramOwners.of(context),
                Map.of("run", request.key()),
                NullNode.getInstance()));
        context.doNotCompleteOnReturn();
        return "";
    }

    @Override
    public String block(ScriptRequest request) {
        int delivery = Activity.getExecutionContext().getInfo().getAttempt();
        note(Path.of(request.folder(), "deliveries"), "delivery " + delivery + "\n");
        if (delivery == 1) {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
        return "delivery " + delivery;
    }

    @Override
    public String step(ScriptRequest request) {
        note(Path.of(request.folder(), "steps"), "step\n");
        return "stepped";
    }

    private static void note(Path file, String line) {
        try {
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

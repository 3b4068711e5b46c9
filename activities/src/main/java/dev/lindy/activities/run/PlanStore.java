package dev.lindy.activities.run;

import dev.lindy.activities.failure.LindyException;
import dev.lindy.failure.FailureType;
import dev.lindy.plan.Plan;
import dev.lindy.plan.PlanDocument;
import dev.lindy.plan.PlanReading;
import dev.lindy.plan.Task;
import dev.lindy.plan.TaskId;
import dev.lindy.run.ArtifactRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Accepted plans by reference; a plan never changes, so each is read once. */
public final class PlanStore {

    private final Map<String, Plan> known = new ConcurrentHashMap<>();

    public ArtifactRef write(RunContext run, Plan plan) {
        byte[] json = PlanDocument.toJson(plan).getBytes(StandardCharsets.UTF_8);
        return run.artifacts().write(run.folder().plan(), json);
    }

    public Plan read(RunContext run, ArtifactRef plan) {
        return known.computeIfAbsent(run.ref().run() + " " + plan.sha256(), key -> load(run, plan));
    }

    public Task task(RunContext run, ArtifactRef plan, TaskId id) {
        return read(run, plan).tasks().stream()
                .filter(task -> task.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new LindyException(FailureType.REQUEST_INVALID, "the plan has no " + id, ""));
    }

    /** The plan as it is in the evidence folder now. */
    public Plan current(RunContext run) {
        try {
            return parse(Files.readString(run.folder().plan()));
        } catch (IOException e) {
            throw new UncheckedIOException("could not read `" + run.folder().plan() + "`", e);
        }
    }

    private static Plan load(RunContext run, ArtifactRef plan) {
        try {
            return parse(new String(run.artifacts().read(plan), StandardCharsets.UTF_8));
        } catch (IOException | UncheckedIOException e) {
            throw new LindyException(
                    FailureType.EVIDENCE_MISSING,
                    "could not read the accepted plan `" + run.folder().resolve(plan) + "`",
                    "restore the file from the ref `refs/lindy/runs/"
                            + run.ref().run() + "`",
                    e);
        }
    }

    private static Plan parse(String text) throws IOException {
        PlanReading reading = PlanDocument.parse(text, "plan.json");
        Plan plan = reading.plan();
        if (plan == null) {
            throw new IOException(reading.problems().get(0).message());
        }
        return plan;
    }
}

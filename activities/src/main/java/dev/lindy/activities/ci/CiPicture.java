package dev.lindy.activities.ci;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How far CI is with one commit.
 *
 * @param newest the newest run of each wanted workflow that has one, by what people call it
 * @param missing wanted workflows without a run
 * @param others workflows that run for the commit and nobody waits for
 */
record CiPicture(Map<String, CiRun> newest, List<String> missing, List<String> others) {

    /** How a completed run is to be taken. */
    enum Meaning {
        GOOD,
        BAD,
        /** Says nothing about the commit. */
        NOTHING
    }

    CiPicture {
        newest = new LinkedHashMap<>(newest);
        missing = List.copyOf(missing);
        others = List.copyOf(others);
    }

    /** Reads what GitHub lists; runs of other commits do not count, whatever was asked for. */
    static CiPicture of(JsonNode listed, String commit, List<String> wanted) {
        List<CiRun> runs = new ArrayList<>();
        listed.path("workflow_runs").forEach(json -> runs.add(CiRun.of(json)));
        runs.removeIf(run -> !run.commit().equals(commit));
        Map<String, CiRun> newest = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        for (String workflow : wanted) {
            Optional<CiRun> last =
                    runs.stream().filter(run -> run.isOf(workflow)).max(Comparator.comparingLong(CiRun::id));
            last.ifPresentOrElse(run -> newest.put(workflow, run), () -> missing.add(workflow));
        }
        Set<String> others = new LinkedHashSet<>();
        runs.stream()
                .filter(run -> wanted.stream().noneMatch(run::isOf))
                .forEach(run -> others.add(run.file().substring(run.file().lastIndexOf('/') + 1)));
        return new CiPicture(newest, missing, List.copyOf(others));
    }

    static Meaning meaning(CiRun run) {
        return switch (run.conclusion()) {
            case "success", "neutral", "skipped" -> Meaning.GOOD;
            case "failure", "timed_out", "startup_failure" -> Meaning.BAD;
            default -> Meaning.NOTHING;
        };
    }

    /** Completed runs of this meaning, by what people call their workflow. */
    Map<String, CiRun> completed(Meaning meaning) {
        Map<String, CiRun> found = new LinkedHashMap<>();
        newest.forEach((workflow, run) -> {
            if (run.isCompleted() && meaning(run) == meaning) {
                found.put(workflow, run);
            }
        });
        return found;
    }

    /** Runs that have not ended. */
    Map<String, CiRun> open() {
        Map<String, CiRun> found = new LinkedHashMap<>(newest);
        found.values().removeIf(CiRun::isCompleted);
        return found;
    }
}

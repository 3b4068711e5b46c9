package dev.lindy.activities.ci;

import dev.lindy.project.github.GhApi;
import dev.lindy.project.github.GhProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Why CI rejects a commit.
 *
 * @param summary one line for people
 * @param lines jobs, steps, addresses and the ends of their logs
 */
record CiFailure(String summary, List<String> lines) {

    /** Jobs whose logs are read. */
    private static final int MAX_LOGS = 5;

    CiFailure {
        lines = List.copyOf(lines);
    }

    /**
     * Gathers what the failed runs say.
     *
     * @throws GhProblem where the jobs cannot be read; a missing log is told instead
     */
    static CiFailure of(GhApi github, Map<String, CiRun> failed) throws GhProblem {
        List<String> lines = new ArrayList<>();
        List<String> logs = new ArrayList<>();
        String summary = "";
        int read = 0;
        for (Map.Entry<String, CiRun> entry : failed.entrySet()) {
            CiRun run = entry.getValue();
            lines.add("workflow `%s`, run %d, attempt %d: %s - %s"
                    .formatted(entry.getKey(), run.number(), run.attempt(), run.conclusion(), run.url()));
            List<FailedJob> jobs =
                    FailedJob.in(github.json("actions/runs/" + run.id() + "/jobs?filter=latest&per_page=100"));
            for (FailedJob job : jobs) {
                lines.add("%s: %s - %s".formatted(job.text(), job.conclusion(), job.url()));
                if (read++ < MAX_LOGS) {
                    logs.addAll(log(github, job));
                }
            }
            summary = summary.isEmpty() ? summary(entry.getKey(), run, jobs) : summary;
        }
        lines.addAll(logs);
        return new CiFailure(summary, lines);
    }

    private static String summary(String workflow, CiRun run, List<FailedJob> jobs) {
        if (jobs.isEmpty()) {
            return "CI failed: workflow `%s`, %s - %s".formatted(workflow, run.conclusion(), run.url());
        }
        FailedJob first = jobs.get(0);
        String more = jobs.size() == 1 ? "" : " and " + (jobs.size() - 1) + " more";
        return "CI failed: " + first.text() + more + " - " + first.url();
    }

    private static List<String> log(GhApi github, FailedJob job) {
        List<String> lines = new ArrayList<>(List.of("", "--- end of the log of job " + job.name() + " ---"));
        try {
            lines.addAll(JobLog.tail(github.text("actions/jobs/" + job.id() + "/logs")));
        } catch (GhProblem problem) {
            lines.add("(the log cannot be read: " + problem.getMessage() + ")");
        }
        return lines;
    }
}

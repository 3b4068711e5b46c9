package dev.lindy.activities.ci;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A job that made its run fail.
 *
 * @param steps names of those that failed
 */
record FailedJob(long id, String name, String conclusion, String url, List<String> steps) {

    FailedJob {
        steps = List.copyOf(steps);
    }

    /** Those of a listing that failed, in its order. */
    static List<FailedJob> in(JsonNode listed) {
        List<FailedJob> failed = new ArrayList<>();
        listed.path("jobs").forEach(job -> {
            if (isFailure(job)) {
                failed.add(of(job));
            }
        });
        return failed;
    }

    private static FailedJob of(JsonNode job) {
        List<String> steps = new ArrayList<>();
        job.path("steps").forEach(step -> {
            if (isFailure(step)) {
                steps.add(step.path("name").asText(""));
            }
        });
        return new FailedJob(
                job.path("id").asLong(),
                job.path("name").asText(""),
                job.path("conclusion").asText(""),
                job.path("html_url").asText(""),
                steps);
    }

    private static boolean isFailure(JsonNode part) {
        String conclusion = part.path("conclusion").asText("");
        return conclusion.equals("failure") || conclusion.equals("timed_out") || conclusion.equals("startup_failure");
    }

    /** {@code job test (ubuntu), step Run tests}. */
    String text() {
        return "job " + name + (steps.isEmpty() ? "" : ", step " + steps.get(0));
    }
}

package dev.lindy.activities.ci;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One run of a workflow, in its newest attempt.
 *
 * @param file path of the workflow in the repository
 * @param name of the workflow
 * @param status {@code completed}, or how far it is
 * @param conclusion of a completed run, else empty
 */
record CiRun(
        long id,
        long workflow,
        String file,
        String name,
        String commit,
        long number,
        long attempt,
        String status,
        String conclusion,
        String url) {

    static CiRun of(JsonNode json) {
        return new CiRun(
                json.path("id").asLong(),
                json.path("workflow_id").asLong(),
                // a reusable or required workflow has its ref behind it
                json.path("path").asText("").split("@", 2)[0],
                json.path("name").asText(""),
                json.path("head_sha").asText(""),
                json.path("run_number").asLong(),
                json.path("run_attempt").asLong(1),
                json.path("status").asText(""),
                json.path("conclusion").asText(""),
                json.path("html_url").asText(""));
    }

    /** Whether people mean it by this: file name, path, name or number of a workflow. */
    boolean isOf(String wanted) {
        return file.equals(wanted)
                || file.endsWith("/" + wanted)
                || name.equals(wanted)
                || Long.toString(workflow).equals(wanted);
    }

    boolean isCompleted() {
        return status.equals("completed");
    }
}

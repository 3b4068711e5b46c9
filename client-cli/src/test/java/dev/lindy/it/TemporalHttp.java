package dev.lindy.it;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lindy.payload.Payloads;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.StreamSupport;

/** What Temporal itself says of a Workflow: the HTTP API that its Web UI uses. */
final class TemporalHttp {

    private final int port;
    private final HttpClient client = HttpClient.newHttpClient();

    TemporalHttp(LindyHome home) {
        this(managed(home));
    }

    /** Behind a port that speaks HTTP: that of a server or of a Web UI. */
    TemporalHttp(int port) {
        this.port = port;
    }

    private static int managed(LindyHome home) {
        try {
            return Payloads.mapper()
                    .readTree(Files.readAllBytes(home.state().resolve("engine/engine.json")))
                    .path("ports")
                    .path("http")
                    .asInt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For instance {@code FAILED}; empty where there is no such Workflow. */
    String statusOf(String workflowId) {
        return get("/workflows/" + workflowId)
                .path("workflowExecutionInfo")
                .path("status")
                .asText()
                .replace("WORKFLOW_EXECUTION_STATUS_", "");
    }

    /** Whether the server answers and has our namespace. */
    boolean hasNamespace() {
        return !get("").path("namespaceInfo").isMissingNode();
    }

    /** For instance {@code 86400s}. */
    String retention() {
        return get("").path("config").path("workflowExecutionRetentionTtl").asText();
    }

    /** Ids of all Workflows, as many as one page holds. */
    List<String> workflows() {
        return StreamSupport.stream(
                        get("/workflows?pageSize=1000").path("executions").spliterator(), false)
                .map(row -> row.path("execution").path("workflowId").asText())
                .toList();
    }

    /** All that Temporal shows of a Workflow: its description, with summary and details, and its history. */
    List<JsonNode> everythingOf(String workflowId) {
        List<JsonNode> found = new ArrayList<>(List.of(get("/workflows/" + workflowId)));
        String page = "";
        do {
            JsonNode answer = get("/workflows/" + workflowId + "/history?maximumPageSize=1000"
                    + (page.isEmpty() ? "" : "&nextPageToken=" + URLEncoder.encode(page, StandardCharsets.UTF_8)));
            answer.path("history").path("events").forEach(found::add);
            page = answer.path("nextPageToken").asText("");
        } while (!page.isEmpty());
        return found;
    }

    /** Contents of all payloads in what Temporal answered, wherever they are. */
    static List<byte[]> payloads(JsonNode node) {
        JsonNode data = node.path("data");
        if (data.isTextual() && node.has("metadata")) {
            return List.of(Base64.getDecoder().decode(data.textValue()));
        }
        List<byte[]> found = new ArrayList<>();
        node.forEach(child -> found.addAll(payloads(child)));
        return found;
    }

    /** The message that a Workflow failed with. */
    String failure(String workflowId) {
        return get("/workflows/" + workflowId + "/history-reverse?maximumPageSize=1")
                .path("history")
                .path("events")
                .path(0)
                .path("workflowExecutionFailedEventAttributes")
                .path("failure")
                .path("message")
                .asText();
    }

    /** What the Web UI shows as details of a Workflow, from its start. */
    String details(String workflowId) {
        JsonNode details = get("/workflows/" + workflowId)
                .path("executionConfig")
                .path("userMetadata")
                .path("details");
        return read(payloads(details).get(0)).asText();
    }

    /** What the Web UI shows as current details; a Worker is asked. */
    String currentDetails(String workflowId) {
        JsonNode answer = send(request("/workflows/" + workflowId + "/query/__temporal_workflow_metadata")
                .POST(HttpRequest.BodyPublishers.ofString("{}")));
        return read(payloads(answer).get(0)).path("currentDetails").asText();
    }

    private JsonNode get(String path) {
        return send(request(path));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/api/v1/namespaces/lindy%s".formatted(port, path)))
                .timeout(Duration.ofSeconds(30))
                .header("Accept", "application/json+no-payload-shorthand");
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            return read(client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray())
                    .body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static JsonNode read(byte[] json) {
        try {
            return Payloads.mapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

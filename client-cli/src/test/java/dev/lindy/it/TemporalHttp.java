package dev.lindy.it;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lindy.payload.Payloads;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;

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

    private JsonNode get(String path) {
        URI uri = URI.create("http://127.0.0.1:%d/api/v1/namespaces/lindy%s".formatted(port, path));
        try {
            HttpResponse<byte[]> response = client.send(
                    HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(30)).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            return Payloads.mapper().readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}

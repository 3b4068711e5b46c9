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
        try {
            port = Payloads.mapper()
                    .readTree(Files.readAllBytes(home.state().resolve("engine/engine.json")))
                    .path("ports")
                    .path("http")
                    .asInt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For instance {@code FAILED}. */
    String statusOf(String workflowId) {
        URI uri = URI.create("http://127.0.0.1:%d/api/v1/namespaces/lindy/workflows/%s".formatted(port, workflowId));
        try {
            HttpResponse<byte[]> response = client.send(
                    HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(30)).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            JsonNode info = Payloads.mapper().readTree(response.body()).path("workflowExecutionInfo");
            return info.path("status").asText().replace("WORKFLOW_EXECUTION_STATUS_", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}

package dev.lindy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of the compose files wherever there is no container engine to try them with. */
class ComposeFilesTest {

    private static final String FULL_VERSION = "[a-z0-9./-]+:\\d+\\.\\d+(\\.\\d+)?(-[a-z0-9.]+)?";

    private final ObjectMapper yaml = new ObjectMapper(new YAMLFactory());

    @ParameterizedTest
    @ValueSource(strings = {"docker-compose.yml", "docker-compose.postgres.yml"})
    void publishesPortsOnLoopbackOnly(String name) throws IOException, URISyntaxException {
        List<String> ports = new ArrayList<>();
        for (JsonNode service : services(name).values()) {
            service.path("ports").forEach(port -> ports.add(port.asText()));
            assertThat(service.path("network_mode").isMissingNode()).isTrue();
        }

        assertThat(ports)
                .containsExactlyInAnyOrder(
                        "127.0.0.1:${TEMPORAL_PORT:-7233}:7233", "127.0.0.1:${TEMPORAL_UI_PORT:-8233}:8233");
    }

    @ParameterizedTest
    @ValueSource(strings = {"docker-compose.yml", "docker-compose.postgres.yml"})
    void pinsEveryImage(String name) throws IOException, URISyntaxException {
        assertThat(services(name).values())
                .isNotEmpty()
                .allSatisfy(service -> assertThat(image(name, service)).matches(FULL_VERSION));
    }

    @ParameterizedTest
    @ValueSource(strings = {"docker-compose.yml", "docker-compose.postgres.yml"})
    void keepsDataOnNamedVolumes(String name) throws IOException, URISyntaxException {
        JsonNode named = read(name).path("volumes");
        List<String> mounts = new ArrayList<>();
        services(name)
                .values()
                .forEach(service -> service.path("volumes").forEach(mount -> mounts.add(mount.asText())));

        assertThat(mounts)
                .hasSize(1)
                .allSatisfy(mount -> assertThat(named.has(mount.substring(0, mount.indexOf(':'))))
                        .as(mount)
                        .isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"docker-compose.yml", "docker-compose.postgres.yml"})
    void checksTheHealthOfAllThatStays(String name) throws IOException, URISyntaxException {
        services(name).forEach((service, body) -> {
            boolean stays = body.path("restart").asText().equals("unless-stopped");
            assertThat(body.path("healthcheck").path("test").isArray())
                    .as(service)
                    .isEqualTo(stays);
            // the container engines of Debian 12 refuse a file that has it
            assertThat(body.path("healthcheck").has("start_interval"))
                    .as(service)
                    .isFalse();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = "docker-compose.yml")
    void isTheServerThatLindyWouldStartItself(String name) throws IOException, URISyntaxException {
        Properties pins = new Properties();
        try (var stream = Files.newInputStream(
                Checkout.root().resolve("activities/src/main/resources/dev/lindy/engine/binary/temporal.properties"))) {
            pins.load(stream);
        }
        JsonNode server = services(name).get("temporal");

        assertThat(image(name, server)).isEqualTo("temporalio/temporal:" + pins.getProperty("version"));
        assertThat(StreamSupport.stream(server.path("command").spliterator(), false)
                        .map(JsonNode::asText))
                .contains("--namespace=lindy", "--sqlite-pragma=journal_mode=WAL");
    }

    private String image(String name, JsonNode service) {
        String own = service.path("image").asText();
        try {
            return own.isEmpty() ? read(name).path("x-admin").path("image").asText() : own;
        } catch (IOException | URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private TreeMap<String, JsonNode> services(String name) throws IOException, URISyntaxException {
        TreeMap<String, JsonNode> found = new TreeMap<>();
        read(name).path("services").properties().forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
    }

    private JsonNode read(String name) throws IOException, URISyntaxException {
        Path file = Checkout.root().resolve(name);
        return yaml.readTree(Files.readAllBytes(file));
    }
}

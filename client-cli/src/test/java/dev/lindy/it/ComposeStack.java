package dev.lindy.it;

import static org.awaitility.Awaitility.await;

import dev.lindy.testing.NotRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The services of a compose file under a project name of their own. Closing deletes the volume as well. */
final class ComposeStack implements AutoCloseable {

    private static final Pattern IMAGE = Pattern.compile("(?m)^ +image: (\\S+)");
    private static final String FILE = "docker-compose.yml";
    private static final int USUAL = 7233;
    private static final int USUAL_UI = 8233;

    private final Path file;
    private final Docker docker;
    private final String name;
    private final int port;
    private final int ui;

    private ComposeStack(String file, int port, int ui) {
        this.file = Path.of("..", file).toAbsolutePath().normalize();
        docker = new Docker(this.file.getParent());
        name = "lindy-it-" + ProcessHandle.current().pid() + "-" + port;
        this.port = port;
        this.ui = ui;
    }

    /** On free ports; the test is skipped aloud where this host cannot run it. */
    static ComposeStack orSkip() {
        return orSkip(FILE, freePort(), freePort());
    }

    /** The same on PostgreSQL. */
    static ComposeStack onPostgresOrSkip() {
        return orSkip("docker-compose.postgres.yml", freePort(), freePort());
    }

    /** On the ports that the file names. */
    static ComposeStack onUsualPortsOrSkip() {
        ComposeStack stack = orSkip(FILE, USUAL, USUAL_UI);
        NotRun.unless(
                !listens(USUAL) && !listens(USUAL_UI),
                "lindy without a setting beside %s (port %d or %d is taken)".formatted(FILE, USUAL, USUAL_UI));
        return stack;
    }

    private static ComposeStack orSkip(String file, int port, int ui) {
        ComposeStack stack = new ComposeStack(file, port, ui);
        List<String> images = stack.images();
        NotRun.unless(
                stack.docker.canRun(images),
                "runs on %s (needs root on Linux, a container engine, `docker compose` and %s)"
                        .formatted(file, String.join(", ", images)));
        return stack;
    }

    private List<String> images() {
        try {
            return IMAGE.matcher(Files.readString(file))
                    .results()
                    .map(image -> image.group(1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String address() {
        return "127.0.0.1:" + port;
    }

    /** What Temporal says, through the Web UI's port. */
    TemporalHttp http() {
        return new TemporalHttp(ui);
    }

    void up() {
        compose("up", "--detach", "--wait", "--wait-timeout", "180");
    }

    /** The containers go, the volume stays. */
    void down() {
        compose("down");
    }

    void downWithVolume() {
        compose("down", "--volumes");
    }

    /** kill -9 for the server's process, which the engine does not take for a stop by hand. */
    void killServer() {
        kill("temporal");
    }

    /** The same for the process of another service. */
    void kill(String service) {
        String container = compose("ps", "--quiet", service);
        long pid = Long.parseLong(docker.run(Map.of(), "inspect", "--format", "{{.State.Pid}}", container));
        if (pid <= 0) {
            throw new AssertionError("the container of " + service + " has no process");
        }
        Pids.kill(pid);
    }

    /** Until the server answers requests. */
    void awaitAnswer() {
        await("answer of " + address())
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptions()
                .until(() -> http().hasNamespace());
    }

    @Override
    public void close() {
        downWithVolume();
    }

    private String compose(String... arguments) {
        List<String> words = new ArrayList<>(List.of("compose", "--project-name", name, "--file", file.toString()));
        words.addAll(Arrays.asList(arguments));
        return docker.run(variables(), words.toArray(String[]::new));
    }

    private Map<String, String> variables() {
        return port == USUAL
                ? Map.of()
                : Map.of("TEMPORAL_PORT", Integer.toString(port), "TEMPORAL_UI_PORT", Integer.toString(ui));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}

package dev.lindy.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lindy.state.StateDirectory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DetachedCommandsTest {

    private static final Ports PORTS = new Ports(20000, 20001, 20002, 20003);
    private static final StateDirectory STATE = new StateDirectory(Path.of("/state"));
    private static final EngineChoice ENGINE =
            EngineChoice.of(EngineChoice.Kind.EXTERNAL, new EngineAddress("host:1", "team"), null);

    @Test
    void startsTheServerFastAndOnLoopback() {
        List<String> command =
                ServerCommand.of(Path.of("/bin/temporal"), PORTS, "lindy", Path.of("/state/engine/temporal.db"));

        assertThat(String.join(" ", command))
                .isEqualTo("/bin/temporal server start-dev --ip 127.0.0.1 --port 20000 --http-port 20001"
                        + " --metrics-port 20003 --ui-port 20002 --namespace lindy --log-level warn"
                        + " --ui-disable-news-fetch --db-filename /state/engine/temporal.db"
                        + " --sqlite-pragma journal_mode=WAL --sqlite-pragma synchronous=NORMAL"
                        + " --dynamic-config-value history.transferProcessorMaxPollRPS=2000"
                        + " --dynamic-config-value history.timerProcessorMaxPollRPS=2000"
                        + " --dynamic-config-value history.visibilityProcessorMaxPollRPS=2000");
    }

    @Test
    void startsTheWorkerWithTheCallersJavaAndClassPath() {
        JavaRuntime java = new JavaRuntime(Path.of("/jdk"), "/lib/a.jar:/lib/b.jar", 17, null);

        assertThat(WorkerCommand.of(java, ENGINE, STATE, Map.of()))
                .containsExactly(
                        "/jdk/bin/java",
                        "-Dlindy.worker=/state#host-1_team",
                        "-Xmx1g",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-XX:-UsePerfData",
                        "-Xshare:auto",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        "/lib/a.jar:/lib/b.jar",
                        "dev.lindy.worker.WorkerMain",
                        "--address",
                        "host:1",
                        "--namespace",
                        "team",
                        "--engine",
                        "host-1_team",
                        "--state",
                        "/state");
    }

    @Test
    void silencesWarningsOnlyWhereJavaKnowsTheFlags() {
        assertThat(WorkerCommand.of(new JavaRuntime(Path.of("/jdk"), "x", 24, null), ENGINE, STATE, Map.of()))
                .contains("--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED");
        assertThat(WorkerCommand.of(new JavaRuntime(Path.of("/jdk"), "x", 23, null), ENGINE, STATE, Map.of()))
                .noneMatch(argument -> argument.startsWith("--sun") || argument.startsWith("--enable"));
    }

    @Test
    void startsTheWorkerFromTheArchiveOfTheCommandWhereThereIsOne() {
        JavaRuntime java = new JavaRuntime(Path.of("/jdk"), "x", 17, Path.of("/cache/lindy.jsa"));

        assertThat(WorkerCommand.of(java, ENGINE, STATE, Map.of()))
                .contains("-Xshare:auto", "-XX:SharedArchiveFile=/cache/lindy.jsa");
    }

    @Test
    void takesTheHeapFromTheEnvironmentAndRefusesNonsense() {
        JavaRuntime java = new JavaRuntime(Path.of("/jdk"), "x", 17, null);

        assertThat(WorkerCommand.of(java, ENGINE, STATE, Map.of("LINDY_WORKER_XMX", "3g")))
                .contains("-Xmx3g");
        assertThatThrownBy(() -> WorkerCommand.of(java, ENGINE, STATE, Map.of("LINDY_WORKER_XMX", "1 g -version")))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("LINDY_WORKER_XMX");
    }

    @Test
    void keepsTheCallersSecretsAndServerOutOfDetachedProcesses() {
        Map<String, String> caller = Map.of(
                "HOME",
                "/home/me",
                "ANTHROPIC_API_KEY",
                "secret",
                "TEMPORAL_ADDRESS",
                "cloud",
                "LINDY_STATE",
                "/state",
                "LANG",
                "en_US.UTF-8");

        assertThat(DetachedEnvironment.forServer(caller)).containsOnlyKeys("HOME", "LANG");
        assertThat(DetachedEnvironment.forWorker(caller))
                .containsOnlyKeys("HOME", "TEMPORAL_ADDRESS", "LINDY_STATE", "LANG");
    }

    @Test
    void givesAWorkerALocaleThatCanNameEveryFile() {
        assertThat(DetachedEnvironment.forWorker(Map.of("LANG", "C"))).containsEntry("LC_ALL", "C.UTF-8");
        assertThat(DetachedEnvironment.forWorker(Map.of("LC_ALL", "de_DE.utf8")))
                .containsEntry("LC_ALL", "de_DE.utf8");
    }

    @Test
    void picksPortsThatOutgoingConnectionsDoNotTake() {
        Ports ports = Ports.free(new Random(7));

        assertThat(ports.areFree()).isTrue();
        assertThat(List.of(ports.grpc(), ports.http(), ports.ui(), ports.metrics()))
                .doesNotHaveDuplicates()
                .allMatch(port -> port >= 20_000 && port < 32_000);
    }
}

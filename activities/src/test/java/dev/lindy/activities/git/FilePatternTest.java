package dev.lindy.activities.git;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilePatternTest {

    @ParameterizedTest
    @CsvSource({
        ".env, .env",
        ".env, deep/er/.env",
        "*.key, certs/server.key",
        "secrets/*, secrets/a/b",
        "id_?sa, .ssh/id_rsa",
        "[ab].txt, b.txt",
        "[!ab].txt, c.txt",
        "[, [",
        "a+(b).txt, a+(b).txt",
    })
    void matchesNameOrPath(String pattern, String path) {
        assertThat(FilePattern.of(pattern).matches(path)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        ".env, .env.example",
        ".env, xenv",
        "*.key, key",
        "secrets/*, my/secrets/a",
        "id_?sa, id_sa",
        "[!ab].txt, a.txt",
    })
    void matchesNothingElse(String pattern, String path) {
        assertThat(FilePattern.of(pattern).matches(path)).isFalse();
    }
}

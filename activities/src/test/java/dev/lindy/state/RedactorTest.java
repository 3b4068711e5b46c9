package dev.lindy.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RedactorTest {

    @Test
    void takesOutSecretsByTheNamesOfTheirVariables() {
        Redactor redactor = new Redactor(Map.of("MY_TOKEN", "s3cret-value", "EDITOR", "vim-vim-vim"));

        assertThat(redactor.redact("a s3cret-value and vim-vim-vim"))
                .isEqualTo("a [redacted MY_TOKEN] and vim-vim-vim");
    }

    @Test
    void takesOutASecretAlsoAsItStandsInJson() {
        Redactor redactor = new Redactor(Map.of("MY_KEY", "one\"two\nthree"));

        assertThat(redactor.redact("{\"text\":\"one\\\"two\\nthree\"}")).isEqualTo("{\"text\":\"[redacted MY_KEY]\"}");
    }

    @Test
    void takesThePasswordOutOfAnAddress() {
        Redactor redactor = new Redactor(Map.of("HTTPS_PROXY", "http://me:pass-word-1@proxy:8080"));

        assertThat(redactor.redact("via http://me:pass-word-1@proxy:8080"))
                .isEqualTo("via http://me:[redacted HTTPS_PROXY]@proxy:8080");
    }

    @Test
    void takesOutASecretThatLiesAcrossChunks() throws IOException {
        Redactor redactor = new Redactor(Map.of("MY_TOKEN", "s3cret-value"));
        String text = "x".repeat((1 << 16) - 4) + "s3cret-value" + "ü".repeat(70_000);
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        redactor.copy(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), out);

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(text.replace("s3cret-value", "[redacted MY_TOKEN]"));
    }
}

package dev.lindy.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @Test
    void leavesNothingOfTheLongerOfTwoSecretsThatBeginAlikeAcrossChunks() throws IOException {
        Redactor redactor = new Redactor(Map.of("A_TOKEN", "s3cret-value", "B_TOKEN", "s3cret-value-and-more"));
        for (int before = (1 << 16) - 40; before < (1 << 16) + 40; before++) {
            String text = "x".repeat(before) + "s3cret-value-and-more";

            assertThat(copied(redactor, text)).isEqualTo("x".repeat(before) + "[redacted B_TOKEN]");
        }
    }

    @Test
    void takesASecretOutOfBase64WhereverItBeginsThere() {
        String secret = "correct horse battery staple";
        Redactor redactor = new Redactor(Map.of("MY_PASSPHRASE", secret));

        for (String before : List.of("", "a", "ab", "abc", "user:")) {
            byte[] bytes = (before + secret + "…").getBytes(StandardCharsets.UTF_8);
            assertThat(redactor.redact(Base64.getEncoder().encodeToString(bytes)))
                    .contains("[redacted MY_PASSPHRASE]")
                    .hasSizeLessThan(40);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "caf\\u00e9/and&more=1",
                "café\\/and&more=1",
                "caf%C3%A9%2Fand%26more%3D1",
            })
    void takesOutASecretInTheWritingOfOtherPrograms(String written) {
        Redactor redactor = new Redactor(Map.of("my_cookie", "café/and&more=1"));

        assertThat(redactor.redact("<" + written + ">")).isEqualTo("<[redacted my_cookie]>");
    }

    @Test
    void takesOutTheLongLinesOfAKey() {
        String key = "-----BEGIN KEY-----\nMIIEvQIBADANBgkqhkiG9w0B\nshort\n-----END KEY-----\n";
        Redactor redactor = new Redactor(Map.of("DEPLOY_KEY", key));

        assertThat(redactor.redact("line 2 is MIIEvQIBADANBgkqhkiG9w0B")).isEqualTo("line 2 is [redacted DEPLOY_KEY]");
    }

    @Test
    void takesPasswordsAndTokensOutOfAllAddressesOfAValue() {
        Redactor redactor = new Redactor(
                Map.of("SERVERS", "db://me:p%40ss-word@one/x, https://ghp_0123456789abcdefghij@two.example"));

        assertThat(redactor.redact("p%40ss-word p@ss-word ghp_0123456789abcdefghij two.example"))
                .isEqualTo("[redacted SERVERS] [redacted SERVERS] [redacted SERVERS] two.example");
    }

    @Test
    void takesNoWordForASecret() {
        Redactor redactor = new Redactor(Map.of(
                "A_TOKEN", "short", "UV_KEYRING_PROVIDER", "subprocess", "REMOTE", "ssh://deploy@host.example/path"));
        String text = "short subprocess deploy host.example";

        assertThat(redactor.redact(text)).isEqualTo(text);
    }

    @Test
    @Timeout(60)
    void goesOnceOverALargeStreamHoweverManySecretsThereAre() throws IOException {
        Map<String, String> environment = new TreeMap<>();
        for (int i = 0; i < 200; i++) {
            environment.put("TOKEN_" + i, "secret-number-%05d/äöü".formatted(i));
        }
        byte[] text = "nothing to be seen ".repeat(5_000_000).getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length);

        new Redactor(environment).copy(new ByteArrayInputStream(text), out);

        assertThat(out.size()).isEqualTo(text.length);
    }

    private static String copied(Redactor redactor, String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        redactor.copy(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), out);
        return out.toString(StandardCharsets.UTF_8);
    }
}

package dev.lindy.project.github;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GhReplyTest {

    @Test
    void readsStatusHeadersAndBody() {
        GhReply reply = GhReply.parse(
                        "HTTP/2.0 403 Forbidden\nX-Ratelimit-Reset: 1700000000\r\nDate: Wed, 10:00\r\n\r\n"
                                + "{\"a\":\n\n1}")
                .orElseThrow();

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.number("x-ratelimit-reset")).contains(1_700_000_000L);
        assertThat(reply.body()).isEqualTo("{\"a\":\n\n1}");
    }

    @Test
    void takesNothingElseForAReply() {
        assertThat(GhReply.parse("")).isEmpty();
        assertThat(GhReply.parse("{\"HTTP/2.0 200\": 1}")).isEmpty();
        assertThat(GhReply.parse("HTTP/2.0 200 OK"))
                .get()
                .extracting(GhReply::body)
                .isEqualTo("");
    }
}

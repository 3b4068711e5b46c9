package dev.lindy.project.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lindy.project.github.GhProblem.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against a {@code gh} that plays what the real one printed. */
class GhApiIT {

    private static final Instant NOW = Instant.parse("2026-05-14T10:00:00Z");

    private Path root;

    @BeforeEach
    void folder(@TempDir Path folder) throws IOException {
        root = folder.toRealPath();
        Files.createDirectories(root.resolve("bin"));
    }

    @Test
    void answersWithTheBody() throws IOException, GhProblem {
        play(0, "HTTP/2.0 200 OK\nDate: x\r\n\r\n{\"total_count\": 3}", "");

        assertThat(api().json("actions/runs").path("total_count").asInt()).isEqualTo(3);
        assertThat(Files.readString(root.resolve("arguments")))
                .isEqualTo("api --include repos/o/r/actions/runs at ghe.example:8443\n");
    }

    @Test
    void tellsWhenTheRateLimitIsOver() throws IOException {
        play(
                1,
                head(403, "X-Ratelimit-Remaining: 0\r\nX-Ratelimit-Reset: 1778753700\r\n", "API rate limit exceeded"),
                "");

        GhProblem problem = problem();

        assertThat(problem.kind()).isEqualTo(Kind.RATE_LIMIT);
        assertThat(problem.until()).isEqualTo(Instant.ofEpochSecond(1778753700));
        assertThat(problem)
                .hasMessage("the rate limit of `ghe.example:8443` is used up until 10:15 UTC"
                        + " (HTTP 403: API rate limit exceeded)");
    }

    @Test
    void waitsAsLongAsTheServerAsksFor() throws IOException {
        play(1, head(429, "Retry-After: 90\r\n", "slow down"), "");

        assertThat(problem().until()).isEqualTo(NOW.plusSeconds(90));
    }

    @ParameterizedTest
    @CsvSource({
        "401, Bad credentials, NEEDS_A_PERSON, refuses the login",
        "403, Resource not accessible, NEEDS_A_PERSON, may not read the runs of",
        "404, Not Found, NEEDS_A_PERSON, has no repository `o/r`",
        "422, Unprocessable, NEEDS_A_PERSON, HTTP 422",
        "502, Bad Gateway, PASSING, HTTP 502"
    })
    void tellsTroublesApart(int status, String message, Kind kind, String words) throws IOException {
        play(1, head(status, "", message), "gh: " + message);

        GhProblem problem = problem();

        assertThat(problem.kind()).isEqualTo(kind);
        assertThat(problem).hasMessageContaining(words).hasMessageContaining(message);
    }

    @Test
    void needsALogin() throws IOException {
        play(4, "", "To get started with GitHub CLI, please run:  gh auth login\n");

        assertThat(problem()).hasMessageContaining("`gh` is not logged in at `ghe.example:8443`");
    }

    @Test
    void triesAgainWhereNobodyListens() throws IOException {
        play(1, "", "Get \"https://ghe.example\": dial tcp: connection refused");

        GhProblem problem = problem();

        assertThat(problem.kind()).isEqualTo(Kind.PASSING);
        assertThat(problem).hasMessageContaining("cannot be reached").hasMessageContaining("connection refused");
    }

    @Test
    void needsAProgram() {
        assertThat(problem()).hasMessageContaining("`gh` is not installed (looked in PATH)");
    }

    private GhProblem problem() {
        return catchThrowableOfType(GhProblem.class, () -> api().json("actions/runs"));
    }

    private GhApi api() {
        Gh gh = new Gh(root, Map.of("PATH", root.resolve("bin").toString()));
        return new GhApi(gh, new GhRepository("ghe.example:8443", "o/r"), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static String head(int status, String headers, String message) {
        return "HTTP/2.0 %d Some Reason\n%s\r\n{\"message\":\"%s\"}".formatted(status, headers, message);
    }

    private void play(int exit, String out, String err) throws IOException {
        Files.writeString(root.resolve("out"), out);
        Files.writeString(root.resolve("err"), err);
        Path gh = Files.writeString(root.resolve("bin/gh"), """
                #!/bin/sh
                echo "$* at $GH_HOST" > "%1$s/arguments"
                /bin/cat "%1$s/out"
                /bin/cat "%1$s/err" >&2
                exit %2$d
                """.formatted(root, exit));
        assertThat(gh.toFile().setExecutable(true)).isTrue();
    }
}

package dev.lindy.project.github;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lindy.process.Finished;
import dev.lindy.project.github.GhProblem.Kind;
import dev.lindy.text.SafeText;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Reads of one repository through {@code gh api}; each is one call, and tells what did not work. */
public final class GhApi {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final int MAX_OUTPUT = 32 << 20;
    private static final int MAX_MESSAGE = 300;

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY = 429;
    private static final int SERVER = 500;

    /** What GitHub asks for where it names no time. */
    private static final Duration SECONDARY_LIMIT = Duration.ofMinutes(1);

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private final Gh gh;
    private final GhRepository repository;
    private final Clock clock;

    public GhApi(Gh gh, GhRepository repository, Clock clock) {
        this.gh = gh.at(repository.host());
        this.repository = repository;
        this.clock = clock;
    }

    /**
     * What the API has at a place.
     *
     * @param path below the repository, with its query: {@code actions/runs?head_sha=…}
     */
    public JsonNode json(String path) throws GhProblem {
        try {
            return JSON.readTree(text(path));
        } catch (JsonProcessingException e) {
            throw new GhProblem(Kind.PASSING, "`" + host() + "` did not answer with JSON");
        }
    }

    /** What the API has at a place that is no JSON; at most 32 MiB of it. */
    public String text(String path) throws GhProblem {
        if (!gh.isInstalled()) {
            throw new GhProblem(Kind.NEEDS_A_PERSON, "`gh` is not installed (looked in PATH); install the GitHub CLI");
        }
        Finished finished = run(List.of("api", "--include", "repos/" + repository.name() + "/" + path));
        if (finished.timedOut()) {
            throw new GhProblem(Kind.PASSING, "`gh` did not answer within " + Gh.LIMIT.toSeconds() + " s");
        }
        if (Gh.isLoggedOut(finished)) {
            throw loggedOut("`gh` is not logged in at `" + host() + "`");
        }
        GhReply reply = GhReply.parse(finished.text())
                .orElseThrow(() -> new GhProblem(
                        Kind.PASSING, "`" + host() + "` cannot be reached: " + cut(Gh.complaint(finished))));
        if (!reply.isSuccess()) {
            throw refusal(reply);
        }
        return reply.body();
    }

    private Finished run(List<String> arguments) throws GhProblem {
        try {
            return gh.run("", MAX_OUTPUT, arguments);
        } catch (UncheckedIOException e) {
            throw new GhProblem(Kind.PASSING, String.valueOf(e.getMessage()));
        }
    }

    private GhProblem refusal(GhReply reply) {
        String said = "HTTP " + reply.status() + ": " + cut(message(reply.body()));
        if (isRateLimit(reply)) {
            Instant until = until(reply);
            return new GhProblem(
                    Kind.RATE_LIMIT,
                    "the rate limit of `" + host() + "` is used up until " + TIME.format(until) + " (" + said + ")",
                    until);
        }
        return switch (reply.status()) {
            case UNAUTHORIZED -> loggedOut("`" + host() + "` refuses the login of `gh` (" + said + ")");
            case FORBIDDEN ->
                new GhProblem(
                        Kind.NEEDS_A_PERSON,
                        "the login of `gh` may not read the runs of `" + repository + "` (" + said + ")");
            case NOT_FOUND ->
                new GhProblem(
                        Kind.NEEDS_A_PERSON,
                        "`" + host() + "` has no repository `" + repository.name()
                                + "` that the login of `gh` may see (" + said + "); mend `modules[].repo`");
            default ->
                new GhProblem(
                        reply.status() >= SERVER ? Kind.PASSING : Kind.NEEDS_A_PERSON,
                        "`" + host() + "` does not answer (" + said + ")");
        };
    }

    private GhProblem loggedOut(String message) {
        return new GhProblem(Kind.NEEDS_A_PERSON, message + "; log in with `gh auth login`, or set `GH_TOKEN`");
    }

    private static boolean isRateLimit(GhReply reply) {
        boolean canBe = reply.status() == FORBIDDEN || reply.status() == TOO_MANY;
        return canBe
                && (reply.status() == TOO_MANY
                        || reply.number("x-ratelimit-remaining")
                                .filter(left -> left == 0)
                                .isPresent()
                        || reply.number("retry-after").isPresent()
                        || message(reply.body()).contains("rate limit"));
    }

    private Instant until(GhReply reply) {
        Instant now = clock.instant();
        return reply.number("retry-after")
                .map(now::plusSeconds)
                .or(() -> reply.number("x-ratelimit-reset")
                        .map(Instant::ofEpochSecond)
                        .filter(now::isBefore))
                .orElse(now.plus(SECONDARY_LIMIT));
    }

    private static String message(String body) {
        try {
            return JSON.readTree(body).path("message").asText("");
        } catch (JsonProcessingException e) {
            return body;
        }
    }

    private static String cut(String text) {
        return SafeText.line(text, MAX_MESSAGE);
    }

    private String host() {
        return repository.host().isEmpty() ? gh.defaultHost() : repository.host();
    }
}

package dev.lindy.activities.gate.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.lindy.activities.prompt.Excerpt;
import dev.lindy.payload.Payloads;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A structured answer, of which nothing is believed that is not exactly as the schema says. */
record StructuredAnswer(JsonNode answer) {

    static final int MAX_FINDINGS = 50;
    static final int MAX_LINE = 500;

    static Optional<StructuredAnswer> of(String json) {
        try {
            JsonNode answer = Payloads.mapper().readTree(json);
            return answer != null && answer.isObject() ? Optional.of(new StructuredAnswer(answer)) : Optional.empty();
        } catch (JsonProcessingException garbled) {
            return Optional.empty();
        }
    }

    Optional<Opinion> verdict() {
        String verdict = answer.path("verdict").asText();
        if (!verdict.equals("pass") && !verdict.equals("fail")) {
            return Optional.empty();
        }
        return opinion(verdict.equals("pass"), "reason", "findings", List.of());
    }

    /** What passes is decided here, not by the agent. */
    Optional<Opinion> score(int threshold) {
        JsonNode score = answer.path("score");
        JsonNode criteria = answer.path("failed_criteria");
        if (!score.isIntegralNumber() || score.asInt() < 0 || score.asInt() > 100 || !criteria.isArray()) {
            return Optional.empty();
        }
        List<String> failed = new ArrayList<>();
        for (JsonNode criterion : criteria) {
            failed.add("not met: " + Excerpt.line(criterion.asText(), MAX_LINE));
        }
        return opinion(score.asInt() >= threshold, "summary", "evidence", failed)
                .map(opinion -> scored(score.asInt(), threshold, opinion));
    }

    static Opinion scored(int score, int threshold, Opinion opinion) {
        String words = "scored %d of 100, %d needed".formatted(score, threshold);
        String summary = opinion.summary().isBlank() ? words : words + ": " + opinion.summary();
        return new Opinion(score >= threshold, summary, opinion.findings());
    }

    private Optional<Opinion> opinion(boolean passes, String reason, String places, List<String> first) {
        if (!answer.path(reason).isTextual() || !answer.path(places).isArray()) {
            return Optional.empty();
        }
        List<String> findings = new ArrayList<>(first);
        for (JsonNode place : answer.path(places)) {
            findings.add(finding(place));
        }
        return Optional.of(new Opinion(
                passes,
                Excerpt.line(answer.path(reason).textValue(), MAX_LINE),
                findings.stream().limit(MAX_FINDINGS).toList()));
    }

    private static String finding(JsonNode place) {
        String file = Excerpt.line(place.path("file").asText(""), MAX_LINE);
        int line = place.path("line").asInt(0);
        String message = Excerpt.line(place.path("message").asText(""), MAX_LINE);
        if (file.isEmpty()) {
            return message;
        }
        return file + (line > 0 ? ":" + line : "") + ": " + message;
    }
}

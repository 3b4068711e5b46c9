package dev.lindy.project.config;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.lindy.document.NearMiss;
import dev.lindy.document.Position;
import dev.lindy.document.SourceDocument;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One mapping of a project config, read key by key. Each read names its default, which also stands in for a value of
 * the wrong kind, so that reading goes on; {@link #end} warns about the keys that nobody read.
 */
final class Section {
    private static final Set<String> TRUE = Set.of("true", "yes", "on", "y", "t", "1");
    private static final Set<String> FALSE = Set.of("false", "no", "off", "n", "f", "0");
    private static final int MAX_SHOWN = 40;

    private final SourceDocument document;
    private final Findings findings;
    private final JsonPointer here;
    private final String path;
    private final JsonNode node;
    private final Set<String> known = new TreeSet<>();

    private Section(SourceDocument document, Findings findings, JsonPointer here, String path) {
        this.document = document;
        this.findings = findings;
        this.here = here;
        this.path = path;
        this.node = document.node(here);
        if (!node.isObject() && !node.isNull() && !node.isMissingNode()) {
            findings.problem(
                    document.at(here), name("") + " must hold keys, found " + shown(node), "write `key: value` lines");
        }
    }

    static Section root(SourceDocument document, Findings findings) {
        return new Section(document, findings, JsonPointer.empty(), "");
    }

    /** The mapping under a key; empty where the key is absent or null. */
    Section section(String key) {
        known.add(key);
        return new Section(document, findings, here.appendProperty(key), dotted(key));
    }

    /** The mappings listed under a key. */
    List<Section> sections(String key) {
        known.add(key);
        JsonNode list = node.path(key);
        if (!list.isArray()) {
            refuseUnlessAbsent(key, "must be a list");
            return List.of();
        }
        List<Section> sections = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            sections.add(new Section(
                    document, findings, here.appendProperty(key).appendIndex(i), dotted(key) + "[" + i + "]"));
        }
        return sections;
    }

    /** Whether the key is there with a value. */
    boolean has(String key) {
        return !node.path(key).isMissingNode() && !node.path(key).isNull();
    }

    boolean isList(String key) {
        return node.path(key).isArray();
    }

    Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>();
        node.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    JsonNode raw(String key) {
        known.add(key);
        return node.path(key);
    }

    String text(String key, String fallback) {
        return read(key, written(key).orElse(fallback));
    }

    Optional<String> nullableText(String key) {
        Optional<String> text = written(key);
        keep(key, text.orElse(null));
        return text;
    }

    private Optional<String> written(String key) {
        known.add(key);
        if (node.path(key).isTextual()) {
            String text = node.path(key).textValue();
            if (text.indexOf('\0') >= 0) {
                problem(key, "holds a NUL character", "remove it; no program can be given one");
            }
            return Optional.of(text);
        }
        if (node.path(key).isValueNode() && has(key)) {
            problem(key, "must be text, found " + shown(node.path(key)), "put quotes around it");
        } else {
            refuseUnlessAbsent(key, "must be text");
        }
        return Optional.empty();
    }

    String requiredText(String key) {
        Optional<String> text = written(key);
        boolean isMissing = text.isEmpty() && !has(key) && (node.isObject() || node.isNull());
        if (isMissing || text.filter(String::isBlank).isPresent()) {
            findings.problem(document.at(here.appendProperty(key)), name(key) + " is missing", null);
        }
        return read(key, text.orElse(""));
    }

    String oneOf(String key, String fallback, List<String> choices) {
        String word = text(key, fallback);
        if (!choices.contains(word)) {
            problem(key, "cannot be `" + word + "`", NearMiss.hint(word, choices));
            return fallback;
        }
        return word;
    }

    boolean flag(String key, boolean fallback) {
        JsonNode value = raw(key);
        if (value.isBoolean()) {
            return read(key, value.booleanValue());
        }
        String word = value.isTextual() || value.isNumber() ? value.asText().toLowerCase(Locale.ROOT) : "";
        if (TRUE.contains(word) || FALSE.contains(word)) {
            return read(key, TRUE.contains(word));
        }
        refuseUnlessAbsent(key, "must be `true` or `false`");
        return read(key, fallback);
    }

    int count(String key, int fallback, int least, int most) {
        return read(key, whole(key, least, most).orElse(fallback));
    }

    Optional<Integer> nullableCount(String key, int least, int most) {
        Optional<Integer> count = whole(key, least, most);
        keep(key, count.orElse(null));
        return count;
    }

    private Optional<Integer> whole(String key, int least, int most) {
        Optional<Double> number = number(key, "must be a whole number");
        if (number.isEmpty()) {
            return Optional.empty();
        }
        double value = number.get();
        if (value != Math.rint(value)) {
            problem(key, "must be a whole number, found " + shown(node.path(key)), null);
            return Optional.empty();
        }
        if (value < least || value > most) {
            problem(key, "must be " + bounds(least, most) + ", found " + shown(node.path(key)), null);
            return Optional.empty();
        }
        return Optional.of((int) value);
    }

    Duration seconds(String key, Duration fallback) {
        Optional<Duration> seconds = whole(key, 1, Integer.MAX_VALUE).map(Duration::ofSeconds);
        keep(key, seconds.orElse(fallback).toSeconds());
        return seconds.orElse(fallback);
    }

    @Nullable
    Double positive(String key) {
        Optional<Double> number = number(key, "must be a number");
        if (number.isPresent() && !(number.get() > 0 && number.get() < 1e9)) {
            problem(key, "must be more than 0, found " + shown(node.path(key)), null);
            return null;
        }
        keep(key, number.orElse(null));
        return number.orElse(null);
    }

    private Optional<Double> number(String key, String expectation) {
        JsonNode value = raw(key);
        if (value.isNumber()) {
            return Optional.of(value.doubleValue());
        }
        if (value.isTextual() && value.textValue().strip().matches("[+-]?\\d{1,15}(\\.\\d{1,15})?")) {
            return Optional.of(Double.parseDouble(value.textValue().strip()));
        }
        refuseUnlessAbsent(key, expectation);
        return Optional.empty();
    }

    List<String> texts(String key, List<String> fallback) {
        JsonNode list = raw(key);
        if (!list.isArray()) {
            refuseUnlessAbsent(key, "must be a list of texts");
            return read(key, fallback);
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i).isTextual() && list.get(i).textValue().indexOf('\0') >= 0) {
                problem(key, i, "holds a NUL character", "remove it; no program can be given one");
            } else if (list.get(i).isTextual()) {
                texts.add(list.get(i).textValue());
            } else {
                findings.problem(
                        document.at(here.appendProperty(key).appendIndex(i)),
                        name(key) + " must be a list of texts, found " + shown(list.get(i)),
                        "put quotes around it");
            }
        }
        return read(key, texts);
    }

    private <T> T read(String key, T value) {
        keep(key, value);
        return value;
    }

    /** Keeps what a key came to, for those who ask where values come from. */
    private void keep(String key, @Nullable Object value) {
        JsonPointer place = here.appendProperty(key);
        boolean isWritten = has(key);
        findings.value(new ConfigValue(
                place, dotted(key), value, isWritten ? document.keyAt(place) : Position.UNKNOWN, isWritten));
    }

    /** Reports a problem with a key's value, at its place. */
    void problem(String key, String message, @Nullable String hint) {
        findings.problem(document.at(here.appendProperty(key)), name(key) + " " + message, hint);
    }

    /** Reports a problem with one item of a list, at its place. */
    void problem(String key, int index, String message, @Nullable String hint) {
        findings.problem(document.at(here.appendProperty(key).appendIndex(index)), name(key) + " " + message, hint);
    }

    void warning(String key, String message, @Nullable String hint) {
        findings.warning(document.keyAt(here.appendProperty(key)), name(key) + " " + message, hint);
    }

    /** Warns about every key that was not read. */
    void end() {
        for (String key : keys()) {
            if (!known.contains(key)) {
                Position position = document.keyAt(here.appendProperty(key));
                findings.warning(
                        position,
                        name(key) + " is not known and has no effect",
                        NearMiss.of(key, known)
                                .map(near -> "did you mean `" + near + "`?")
                                .orElse(null));
            }
        }
    }

    private void refuseUnlessAbsent(String key, String expectation) {
        if (has(key)) {
            problem(key, expectation + ", found " + shown(node.path(key)), null);
        }
    }

    private String dotted(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private String name(String key) {
        String full = key.isEmpty() ? path : dotted(key);
        return full.isEmpty() ? "the file" : "`" + full + "`";
    }

    private static String bounds(int least, int most) {
        return most == Integer.MAX_VALUE ? "at least " + least : least + " to " + most;
    }

    private static String shown(JsonNode value) {
        if (value.isObject()) {
            return "keys";
        }
        if (value.isArray()) {
            return "a list";
        }
        String text = value.asText();
        return "`" + (text.length() > MAX_SHOWN ? text.substring(0, MAX_SHOWN) + "…" : text) + "`";
    }
}

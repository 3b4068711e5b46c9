package dev.lindy.activities.finding.lint;

import dev.lindy.activities.finding.FindingsBuilder;
import dev.lindy.activities.finding.LineReader;
import dev.lindy.activities.finding.Place;
import dev.lindy.activities.finding.Problem.Severity;
import org.jspecify.annotations.Nullable;

/**
 * {@code file:line:column: message}, the form of gcc, clang, javac, mypy, go, ruff, flake8, pylint, eslint's unix format
 * and many more.
 */
public final class ColonLines implements LineReader {

    private static final int MAX_PATH = 1_000;

    private final FindingsBuilder findings;

    /** What stands before the message, and where that begins. */
    private record Start(Place place, int end) {}

    public ColonLines(FindingsBuilder findings) {
        this.findings = findings;
    }

    @Override
    public void read(String line) {
        String text = line.startsWith("vet: ") ? line.substring(5) : line;
        if (text.isEmpty() || text.charAt(0) <= ' ') {
            return;
        }
        Start start = start(text);
        if (start != null) {
            finding(start.place(), text.substring(start.end()).strip());
        } else if (text.contains(": undefined reference to ")) {
            int end = text.indexOf(':');
            findings.problem(Severity.ERROR, new Place(text.substring(0, end), 0, 0), "", text.substring(end + 1));
        }
    }

    private static @Nullable Start start(String text) {
        int colon = -1;
        do {
            colon = text.indexOf(':', colon + 1);
        } while (colon >= 0 && colon < MAX_PATH && !isDigit(text, colon + 1));
        if (colon <= 0 || colon >= MAX_PATH) {
            return null;
        }
        String file = text.substring(0, colon);
        int end = digits(text, colon + 1);
        int line = Place.number(text, colon + 1, end);
        if (line <= 0 || !isColon(text, end)) {
            return null;
        }
        int second = digits(text, end + 1);
        if (second > end + 1 && isColon(text, second)) {
            return new Start(new Place(file, line, Math.max(0, Place.number(text, end + 1, second))), second + 1);
        }
        return text.startsWith(" ", end + 1) ? new Start(new Place(file, line, 0), end + 1) : null;
    }

    private void finding(Place place, String message) {
        Severity severity = severity(message);
        if (severity != null) {
            String rest = message.substring(message.indexOf(':') + 1).strip();
            String rule = Rules.atEnd(rest);
            findings.problem(severity, place, rule, Rules.without(rest, rule));
        } else if (message.startsWith("note:")
                || message.startsWith("In ")
                || place.file().indexOf(' ') >= 0) {
            return;
        } else if (!Rules.code(message).isEmpty()) {
            String code = Rules.code(message);
            String rest = message.substring(code.length());
            findings.problem(Severity.ERROR, place, code, rest.startsWith(":") ? rest.substring(1) : rest);
        } else if (place.column() > 0
                && place.file().lastIndexOf('.') > place.file().lastIndexOf('/')) {
            eslint(place, message);
        }
    }

    /** {@code message [Error/rule]}, or any other message. */
    private void eslint(Place place, String message) {
        int open = message.endsWith("]") ? message.lastIndexOf(" [") : -1;
        String mark = open < 0 ? "" : message.substring(open + 2, message.length() - 1);
        if (!mark.startsWith("Error") && !mark.startsWith("Warning")) {
            findings.problem(Severity.ERROR, place, "", message);
            return;
        }
        int slash = mark.indexOf('/');
        findings.problem(
                mark.startsWith("Warning") ? Severity.WARNING : Severity.ERROR,
                place,
                slash < 0 ? "" : mark.substring(slash + 1),
                message.substring(0, open));
    }

    private static @Nullable Severity severity(String message) {
        if (message.startsWith("error:") || message.startsWith("fatal error:")) {
            return Severity.ERROR;
        }
        return message.startsWith("warning:") ? Severity.WARNING : null;
    }

    private static boolean isDigit(String text, int index) {
        return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }

    private static boolean isColon(String text, int index) {
        return index < text.length() && text.charAt(index) == ':';
    }

    private static int digits(String text, int from) {
        int to = from;
        while (isDigit(text, to)) {
            to++;
        }
        return to;
    }
}

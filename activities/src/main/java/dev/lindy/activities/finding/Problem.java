package dev.lindy.activities.finding;

/**
 * What a compiler or a linter found.
 *
 * @param rule its name or code, may be empty
 */
public record Problem(Severity severity, Place place, String rule, String message) {

    /** How bad it is. */
    public enum Severity {
        ERROR,
        WARNING
    }

    /** As one line for people: place, rule, message. */
    public String text() {
        return place.text() + ": " + (severity == Severity.WARNING ? "warning: " : "")
                + (rule.isEmpty() ? "" : rule + " ") + message;
    }
}

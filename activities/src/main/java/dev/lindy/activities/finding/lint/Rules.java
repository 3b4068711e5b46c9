package dev.lindy.activities.finding.lint;

/** Names of rules in messages. */
final class Rules {

    private static final int MAX_LETTERS = 6;
    private static final int MAX_CODE = 12;

    private Rules() {}

    /** The code that a message begins with, such as {@code F401} or {@code TS2304}, or nothing. */
    static String code(String message) {
        int letters = 0;
        while (letters < message.length() && message.charAt(letters) >= 'A' && message.charAt(letters) <= 'Z') {
            letters++;
        }
        int end = letters;
        while (end < message.length() && Character.isDigit(message.charAt(end))) {
            end++;
        }
        boolean ends = end == message.length() || message.charAt(end) == ' ' || message.charAt(end) == ':';
        return letters > 0 && letters <= MAX_LETTERS && end > letters + 1 && end <= MAX_CODE && ends
                ? message.substring(0, end)
                : "";
    }

    /** {@code [-Wunused]} or {@code [return-value]} at the end of a message, without brackets, or nothing. */
    static String atEnd(String message) {
        int open = message.endsWith("]") ? message.lastIndexOf('[') : -1;
        String rule = open > 0 ? message.substring(open + 1, message.length() - 1) : "";
        return rule.isEmpty() || rule.indexOf(' ') >= 0 ? "" : rule;
    }

    static String without(String message, String rule) {
        return rule.isEmpty()
                ? message
                : message.substring(0, message.length() - rule.length() - 2).strip();
    }
}

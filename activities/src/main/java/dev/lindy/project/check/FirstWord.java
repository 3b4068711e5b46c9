package dev.lindy.project.check;

import dev.lindy.project.config.GateCommand;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The program that a command starts first, where that can be told without a shell. */
final class FirstWord {

    private static final Pattern ASSIGNMENT = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*=[^\\s'\"$`\\\\;&|()<>]*\\s+");
    private static final Pattern WORD = Pattern.compile("([A-Za-z0-9_./+-]+)(?=\\s|$|[;&|)])");

    /** Words that a shell understands by itself. */
    private static final Set<String> SHELL = Set.of(
            ".",
            ":",
            "[",
            "alias",
            "break",
            "case",
            "cd",
            "command",
            "continue",
            "echo",
            "eval",
            "exec",
            "exit",
            "export",
            "false",
            "for",
            "if",
            "printf",
            "pwd",
            "read",
            "set",
            "shift",
            "source",
            "test",
            "time",
            "trap",
            "true",
            "type",
            "ulimit",
            "umask",
            "unset",
            "until",
            "wait",
            "while");

    private FirstWord() {}

    static Optional<String> of(GateCommand command) {
        if (!command.arguments().isEmpty()) {
            return Optional.of(command.arguments().get(0)).filter(word -> !word.contains("{"));
        }
        String rest = command.text().strip();
        for (Matcher set = ASSIGNMENT.matcher(rest); set.lookingAt(); set = ASSIGNMENT.matcher(rest)) {
            rest = rest.substring(set.end());
        }
        Matcher word = WORD.matcher(rest);
        return word.lookingAt() ? Optional.of(word.group(1)).filter(name -> !SHELL.contains(name)) : Optional.empty();
    }
}

package dev.lindy.project.config;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a command gate runs: a line for the shell or a list of arguments, never both.
 *
 * @param line as written, or null where arguments are given
 * @param arguments executable first; empty where a line is given
 */
public record GateCommand(@Nullable String line, List<String> arguments) {

    public GateCommand {
        arguments = List.copyOf(arguments);
        if ((line == null) == arguments.isEmpty()) {
            throw new IllegalArgumentException("command must be a line or arguments: " + line + arguments);
        }
    }

    public static GateCommand ofLine(String line) {
        return new GateCommand(line, List.of());
    }

    public static GateCommand ofArguments(List<String> arguments) {
        return new GateCommand(null, arguments);
    }

    /** The command on one line, for people. */
    @JsonIgnore
    public String text() {
        return line == null ? String.join(" ", arguments) : line;
    }
}

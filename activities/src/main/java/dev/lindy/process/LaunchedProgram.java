package dev.lindy.process;

import java.util.List;
import java.util.Optional;

/** What the launcher wrote down when the program started. */
record LaunchedProgram(ProcessIdentity program, ProcessIdentity launcher) {

    /** Reads {@code pid, start, launcher's pid, launcher's start, boot id}, a line each; empty where it is torn. */
    static Optional<LaunchedProgram> parse(String text, ProcessTable table) {
        List<String> lines = text.lines().toList();
        if (lines.size() < 4) {
            return Optional.empty();
        }
        String boot = lines.size() > 4 ? lines.get(4) : "";
        try {
            return Optional.of(new LaunchedProgram(
                    new ProcessIdentity(Long.parseLong(lines.get(0)), table.startTime(lines.get(1), boot)),
                    new ProcessIdentity(Long.parseLong(lines.get(2)), table.startTime(lines.get(3), boot))));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    long pid() {
        return program.pid();
    }
}

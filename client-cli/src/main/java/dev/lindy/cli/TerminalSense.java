package dev.lindy.cli;

import dev.lindy.cli.view.Caller;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds out which standard streams are terminals, which Java cannot say of each one. */
final class TerminalSense {

    private static final String TOLD = "lindy.terminals";
    private static final Path OPEN_FILES = Path.of("/proc/self/fd");

    private TerminalSense() {}

    /** What the launcher says, else what the system shows, else all or none. */
    static Caller.Terminals sense() {
        String told = System.getProperty(TOLD);
        if (told != null) {
            return Caller.Terminals.of(told);
        }
        if (Files.isDirectory(OPEN_FILES)) {
            return new Caller.Terminals(isTerminal("0"), isTerminal("1"), isTerminal("2"));
        }
        boolean all = hasConsole();
        return new Caller.Terminals(all, all, all);
    }

    // newer versions of Java have a console without a terminal
    @SuppressWarnings("SystemConsoleNull")
    private static boolean hasConsole() {
        return Runtime.version().feature() < 22 && System.console() != null;
    }

    private static boolean isTerminal(String number) {
        try {
            String device = Files.readSymbolicLink(OPEN_FILES.resolve(number)).toString();
            return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty") || device.equals("/dev/console");
        } catch (IOException e) {
            return false;
        }
    }
}

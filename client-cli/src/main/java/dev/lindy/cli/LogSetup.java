package dev.lindy.cli;

import java.util.Arrays;
import java.util.List;

/**
 * Keeps logs of libraries off standard output, which is data: they are off, and go to standard error with
 * {@code -vv}. The Worker's own settings hold for {@code lindy worker} alone.
 */
final class LogSetup {

    private static final String FILE = "logback.configurationFile";
    private static final String LEVEL = "lindy.log.level";

    private LogSetup() {}

    /** To be called before anything logs. */
    static void apply(String... args) {
        List<String> words =
                Arrays.stream(args).filter(arg -> !arg.startsWith("-")).toList();
        if (!words.isEmpty() && words.get(0).equals("worker")) {
            return;
        }
        set(FILE, "lindy-cli-logback.xml");
        if (List.of(args).contains("-vv")) {
            set(LEVEL, "INFO");
        }
    }

    private static void set(String name, String value) {
        if (System.getProperty(name) == null) {
            System.setProperty(name, value);
        }
    }
}

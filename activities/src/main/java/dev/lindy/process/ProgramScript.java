package dev.lindy.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The program as the launcher reads it: environment, files and words, all quoted. In a file, because
 * everybody may read the arguments of a process. Variables whose names a shell cannot hold are left out.
 */
final class ProgramScript {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    /** Shells refuse to set these. */
    private static final Set<String> READ_ONLY =
            Set.of("BASHOPTS", "BASH_VERSINFO", "EUID", "PPID", "SHELLOPTS", "UID");

    private final StringBuilder text = new StringBuilder();

    private ProgramScript() {}

    static String of(ProgramSpec spec, List<String> words) {
        ProgramScript script = new ProgramScript();
        script.environment(spec.environment());
        script.line("export LINDY_ATTEMPT=", spec.key().value());
        script.line("lindy_stdin=", path(spec.stdin()));
        script.line("lindy_stdout=", path(spec.stdout()));
        script.line("lindy_stderr=", path(spec.stderr()));
        script.line("lindy_directory=", path(spec.workingDirectory()));
        script.text.append("set --");
        words.forEach(word -> script.text.append(' ').append(quote(word)));
        return script.text.append('\n').toString();
    }

    private void environment(Map<String, String> environment) {
        new TreeMap<>(environment).forEach((name, value) -> {
            if (NAME.matcher(name).matches() && !READ_ONLY.contains(name) && !name.startsWith("lindy_")) {
                line("export " + name + "=", value);
            }
        });
    }

    private void line(String start, String value) {
        text.append(start).append(quote(value)).append('\n');
    }

    private static String path(@Nullable Path path) {
        return path == null ? "/dev/null" : path.toAbsolutePath().toString();
    }

    /** Nothing but the quote itself has a meaning between single quotes. */
    static String quote(String value) {
        if (value.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("arguments and variables must not hold NUL");
        }
        return "'" + value.replace("'", "'\\''") + "'";
    }
}

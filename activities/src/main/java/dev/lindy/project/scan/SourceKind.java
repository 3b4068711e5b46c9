package dev.lindy.project.scan;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What the name of a file says about it. */
public final class SourceKind {

    /** The original's and those of other languages that people write by hand. */
    private static final Set<String> EXTENSIONS = Set.of(
            "c", "cc", "cjs", "cpp", "cs", "dart", "ex", "exs", "go", "h", "hpp", "java", "js", "jsx", "kt", "mjs",
            "php", "py", "rb", "rs", "scala", "swift", "ts", "tsx", "vue");

    /** Folders that hold what somebody else or a build has made. */
    private static final Set<String> SKIPPED =
            Set.of("node_modules", "__pycache__", "venv", "dist", "build", "target", "vendor", "_build", "deps");

    private static final Set<String> TEST_FOLDERS = Set.of("tests", "test", "__tests__", "spec");

    private static final Pattern TEST_FILE = Pattern.compile(
            "(?:test_.*|.*_test|.*_spec|.*\\.test|.*\\.spec|.*[a-z0-9](?:Test|Tests|IT|Spec))\\.[a-z]+");

    private SourceKind() {}

    /** Whether people write files of that name by hand. */
    public static boolean isSource(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 && EXTENSIONS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    static boolean isRust(String name) {
        return name.endsWith(".rs");
    }

    /** Whether others or a build make what is in a folder of that name; hidden folders count among them. */
    public static boolean isSkipped(String folder) {
        return folder.startsWith(".") || SKIPPED.contains(folder) || folder.endsWith(".egg-info");
    }

    /** Whether a folder of that name holds tests. */
    public static boolean isTestFolder(String name) {
        return TEST_FOLDERS.contains(name);
    }

    /** Whether a file of that name is a test. */
    public static boolean isTestFile(String name) {
        return TEST_FILE.matcher(name).matches();
    }
}

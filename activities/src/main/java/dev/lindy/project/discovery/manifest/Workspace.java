package dev.lindy.project.discovery.manifest;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.PatternSyntaxException;

/**
 * Folders that a manifest says belong together.
 *
 * @param patterns globs relative to the manifest's folder
 * @param exclusions likewise
 */
public record Workspace(List<String> patterns, List<String> exclusions) {

    /** A manifest that stands alone. */
    public static final Workspace NONE = new Workspace(List.of(), List.of());

    public Workspace {
        patterns = List.copyOf(patterns);
        exclusions = List.copyOf(exclusions);
    }

    public static Workspace of(List<String> patterns) {
        return new Workspace(
                patterns.stream().filter(pattern -> !pattern.startsWith("!")).toList(),
                patterns.stream()
                        .filter(pattern -> pattern.startsWith("!"))
                        .map(pattern -> pattern.substring(1))
                        .toList());
    }

    public boolean isEmpty() {
        return patterns.isEmpty();
    }

    /** Whether a folder, relative to the manifest's, belongs to it. */
    public boolean covers(String folder) {
        return matches(patterns, folder) && !matches(exclusions, folder);
    }

    private static boolean matches(List<String> globs, String folder) {
        return globs.stream().anyMatch(glob -> matches(glob, folder));
    }

    private static boolean matches(String glob, String folder) {
        String plain = glob.replaceAll("^\\./|/+$", "");
        try {
            return plain.equals(folder)
                    || FileSystems.getDefault().getPathMatcher("glob:" + plain).matches(Path.of(folder));
        } catch (PatternSyntaxException notAGlob) {
            return false;
        }
    }
}

package dev.lindy.activities.gate.shape;

import dev.lindy.activities.gate.shape.ChangeReader.ChangedFile;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What an attempt may change: files of its own module, lock files that a workspace shares, STATUS.md of any
 * module (requests are filed there), and nothing sensitive. Looks at the attempt's diff only.
 *
 * @param modulePath of the task's module in the project, empty for the whole project
 */
public record FileRules(String modulePath, boolean enforceBoundary, List<String> sensitivePatterns) {

    /** Package managers keep these at the root whichever module changes. */
    private static final Set<String> SHARED_LOCK_FILES = Set.of(
            "package-lock.json",
            "npm-shrinkwrap.json",
            "pnpm-lock.yaml",
            "yarn.lock",
            "bun.lock",
            "Cargo.lock",
            "go.work.sum",
            "uv.lock",
            "poetry.lock",
            "Gemfile.lock",
            "composer.lock",
            "mix.lock",
            "pubspec.lock",
            "Package.resolved");

    public FileRules {
        sensitivePatterns = List.copyOf(sensitivePatterns);
    }

    /** What is wrong with the places and names of changed files; deleted ones count for their place alone. */
    public List<ShapeFinding> violations(List<ChangedFile> changed) {
        List<ShapeFinding> found = new ArrayList<>();
        for (ChangedFile file : changed) {
            if (!file.isGone() && isSensitive(file.path())) {
                found.add(new ShapeFinding(
                        file.path(),
                        1,
                        "sensitive_file",
                        "the file looks sensitive (qa_gates.structural.sensitive_patterns)",
                        "take it out of the commits"));
            }
            if (isForeign(file.path())) {
                found.add(new ShapeFinding(
                        file.path(),
                        1,
                        "module_boundary",
                        "the file is outside of module folder " + modulePath,
                        "undo the change, or file a request in STATUS.md"));
            }
        }
        return found;
    }

    private boolean isForeign(String file) {
        String name = Path.of(file).getFileName().toString();
        return enforceBoundary
                && !modulePath.isEmpty()
                && !file.startsWith(modulePath + "/")
                && !file.equals(modulePath)
                && !name.equals("STATUS.md")
                && !SHARED_LOCK_FILES.contains(name);
    }

    private boolean isSensitive(String file) {
        Path path = Path.of(file);
        return sensitivePatterns.stream()
                .map(pattern -> FileSystems.getDefault().getPathMatcher("glob:" + pattern))
                .anyMatch(matcher -> matcher.matches(path) || matcher.matches(path.getFileName()));
    }
}

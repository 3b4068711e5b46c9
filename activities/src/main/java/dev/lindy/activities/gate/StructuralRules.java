package dev.lindy.activities.gate;

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
record StructuralRules(String modulePath, boolean enforceBoundary, List<String> sensitivePatterns) {

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

    StructuralRules {
        sensitivePatterns = List.copyOf(sensitivePatterns);
    }

    /**
     * One sentence for each violation, with what to do about it.
     *
     * @param changed paths relative to the project root
     */
    List<String> violations(List<String> changed) {
        List<String> found = new ArrayList<>();
        for (String file : changed) {
            if (isSensitive(file)) {
                found.add("%s looks sensitive (qa_gates.structural.sensitive_patterns): take it out of the commit"
                        .formatted(file));
            }
            if (isForeign(file)) {
                found.add("%s is outside of module folder %s: undo the change, or file a request in STATUS.md"
                        .formatted(file, modulePath));
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

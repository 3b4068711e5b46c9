package dev.lindy.project.discovery.coupling;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Languages whose imports tell what a file needs; group 1 of the pattern is what is imported. */
@SuppressWarnings("ImmutableEnumChecker") // the lists are immutable copies
enum Language {
    PYTHON("python", "^\\s*(?:from|import)\\s+([A-Za-z_]\\w*)", "py", "pyi"),
    SCRIPT(
            "node",
            "(?:\\bfrom\\s+|\\brequire\\(\\s*|\\bimport\\(\\s*|^\\s*import\\s+)[\"']([^\"']+)[\"']",
            "js",
            "jsx",
            "ts",
            "tsx",
            "mjs",
            "cjs",
            "vue",
            "svelte"),
    GO("go", "^\\s*(?:import\\s+)?(?:[\\w.]+\\s+)?\"([^\"\\s]+)\"\\s*$", "go"),
    JVM("jvm", "^\\s*import\\s+(?:static\\s+)?([\\w.]+)", "java", "kt", "scala", "groovy"),
    RUST("rust", "\\b(?:use|extern\\s+crate)\\s+(\\w+)", "rs"),
    DOTNET("dotnet", "^\\s*(?:global\\s+)?(?:using|open)\\s+(?:static\\s+)?([\\w.]+)\\s*;?\\s*$", "cs", "fs", "vb"),
    DART("dart", "^\\s*import\\s+[\"']package:(\\w+)/", "dart");

    private final String ecosystem;
    private final Pattern pattern;
    private final List<String> extensions;

    Language(String ecosystem, String pattern, String... extensions) {
        this.ecosystem = ecosystem;
        this.pattern = Pattern.compile(pattern);
        this.extensions = List.of(extensions);
    }

    /** The ecosystem in whose manifests the names of modules stand. */
    String ecosystem() {
        return ecosystem;
    }

    Pattern pattern() {
        return pattern;
    }

    static Optional<Language> of(String file) {
        String extension = file.substring(file.lastIndexOf('.') + 1);
        return Arrays.stream(values())
                .filter(language -> language.extensions.contains(extension))
                .findFirst();
    }
}

package dev.lindy.project.discovery.analysis;

import dev.lindy.project.discovery.tree.SourceTree;
import dev.lindy.text.SafeText;
import java.util.List;
import java.util.Optional;

/** The first line of a README that says what a project is. */
final class Readme {

    private static final List<String> FILES = List.of("README.md", "README.rst", "README.txt", "README", "readme.md");

    /** Shorter lines are badges and titles, in characters. */
    private static final int LEAST = 20;

    private static final int MOST = 200;

    private Readme() {}

    static String description(SourceTree tree) {
        return FILES.stream()
                .filter(tree.top()::has)
                .map(tree::text)
                .flatMap(Optional::stream)
                .flatMap(String::lines)
                .map(String::strip)
                .filter(Readme::isSentence)
                .map(line -> SafeText.line(line.replaceAll("\\[([^\\]]*)]\\([^)]*\\)", "$1"), MOST))
                .findFirst()
                .orElse("");
    }

    private static boolean isSentence(String line) {
        return line.length() > LEAST && Character.isLetter(line.codePointAt(0));
    }
}

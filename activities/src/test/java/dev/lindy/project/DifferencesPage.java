package dev.lindy.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * {@code docs/differences.md} as data.
 *
 * @param ids of all differences, in the order of the page
 * @param goldens differences by golden file
 */
public record DifferencesPage(List<String> ids, Map<String, List<String>> goldens) {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([a-z0-9-]+) \\|.*\\|$");
    private static final Pattern GOLDEN = Pattern.compile("(?m)^\\| `([\\w.-]+\\.json)` \\| ([a-z0-9, -]+) \\|$");

    public static DifferencesPage read() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "differences.md"));
        List<String> ids = new ArrayList<>();
        for (MatchResult row : ROW.matcher(page).results().toList()) {
            ids.add(row.group(1));
        }
        ids.remove("id");
        Map<String, List<String>> goldens = new TreeMap<>();
        for (MatchResult row : GOLDEN.matcher(page).results().toList()) {
            goldens.put(row.group(1), Arrays.asList(row.group(2).split(", ")));
        }
        return new DifferencesPage(ids, goldens);
    }
}

package dev.lindy.activities.prompt;

import java.util.List;
import java.util.stream.Collectors;

/** Short texts as a Markdown list, one line each, with bounds. */
final class Bullets {

    private Bullets() {}

    static String of(List<String> items, int maxItems, int maxLength) {
        return Excerpt.first(items, maxItems).stream()
                .map(item -> "- " + Excerpt.line(item, maxLength))
                .collect(Collectors.joining("\n"));
    }

    /** A heading and the list, or nothing where there are no items. */
    static String section(String heading, List<String> items, int maxItems, int maxLength) {
        return items.isEmpty() ? "" : "\n## " + heading + "\n\n" + of(items, maxItems, maxLength) + "\n";
    }
}

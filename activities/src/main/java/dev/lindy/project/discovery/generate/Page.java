package dev.lindy.project.discovery.generate;

import dev.lindy.text.SafeText;
import java.util.List;
import java.util.stream.Collectors;

/** A page of Markdown under construction: blocks with one empty line between them. */
final class Page {

    private final StringBuilder text = new StringBuilder();

    Page heading(int level, String title) {
        return block("#".repeat(level) + " " + title);
    }

    Page paragraph(String paragraph) {
        return block(paragraph.strip());
    }

    /** Bullets; nothing where there are none. */
    Page bullets(List<String> items) {
        return items.isEmpty()
                ? this
                : block(items.stream().map(item -> "- " + item).collect(Collectors.joining("\n")));
    }

    Page numbered(List<String> items) {
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < items.size(); i++) {
            list.append(i == 0 ? "" : "\n").append(i + 1).append(". ").append(items.get(i));
        }
        return block(list.toString());
    }

    /** A table; cells must have no pipe that is not escaped. */
    Page table(List<String> heading, List<List<String>> rows) {
        StringBuilder table = new StringBuilder(row(heading));
        table.append('\n')
                .append(row(heading.stream()
                        .map(cell -> "-".repeat(Math.max(3, cell.length())))
                        .toList()));
        rows.forEach(row -> table.append('\n').append(row(row)));
        return block(table.toString());
    }

    Page fence(String language, String content) {
        return block("```" + language + "\n" + content + "\n```");
    }

    String text() {
        return text.toString();
    }

    /** A text from the repository as Markdown that shows just it. */
    static String plain(String text) {
        return SafeText.markdown(text);
    }

    /** A text from the repository as code; a pipe would end a table's cell. */
    static String code(String text) {
        return SafeText.code(text.replace("|", "\\|"));
    }

    static String plainList(List<String> texts) {
        return texts.stream().map(Page::plain).collect(Collectors.joining(", "));
    }

    static String codeList(List<String> texts) {
        return texts.stream().map(Page::code).collect(Collectors.joining(", "));
    }

    private Page block(String block) {
        text.append(text.isEmpty() ? "" : "\n").append(block).append('\n');
        return this;
    }

    private static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }
}

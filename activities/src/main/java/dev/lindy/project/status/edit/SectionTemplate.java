package dev.lindy.project.status.edit;

import dev.lindy.project.status.StatusLine;
import dev.lindy.project.status.StatusOutline;
import dev.lindy.project.status.StatusPart;
import dev.lindy.project.status.StatusSection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sections and tables as a new STATUS.md has them. */
final class SectionTemplate {

    static final String NO_BULLET = "- (none)";

    private SectionTemplate() {}

    /** Header and separator of a table. */
    static List<String> table(StatusSection section) {
        List<String> lines = new ArrayList<>();
        lines.add("| " + String.join(" | ", section.columns()) + " |");
        lines.add("|"
                + String.join(
                        "|",
                        section.columns().stream()
                                .map(column -> "-".repeat(column.length() + 2))
                                .toList())
                + "|");
        return lines;
    }

    /** A separator for a header of so many columns. */
    static String separator(int columns) {
        return "|" + "---|".repeat(columns);
    }

    /** The lines of a file that lacks a section, with it: before the first one that comes later in a new file. */
    static List<StatusLine> added(StatusOutline outline, StatusSection section) {
        List<StatusLine> lines = outline.lines();
        Optional<StatusPart> next = outline.parts().stream()
                .filter(part -> StatusSection.titled(part.title())
                        .filter(other -> other.compareTo(section) > 0)
                        .isPresent())
                .findFirst();
        int above = next.map(StatusPart::heading).orElse(lines.size()) - 1;
        List<String> texts = new ArrayList<>();
        if (above >= 0 && !lines.get(above).isBlank()) {
            texts.add("");
        }
        texts.add("## " + section.title());
        texts.addAll(section.isTable() ? table(section) : List.of(NO_BULLET));
        if (next.isPresent()) {
            texts.add("");
        }
        return LineEdits.insert(lines, above, texts);
    }
}

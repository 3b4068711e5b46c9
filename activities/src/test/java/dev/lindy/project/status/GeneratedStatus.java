package dev.lindy.project.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** STATUS.md files as people and programs write them, well or badly; the same seed makes the same file. */
public final class GeneratedStatus {

    private static final List<String> CELLS = List.of(
            "x",
            "",
            "—",
            "**bold**",
            "`code`",
            "a\\|b",
            "größe 漢字 🎉",
            "  wide  ",
            "IN_PROGRESS",
            "# no",
            "\\",
            "- [ ] y");

    private static final List<String> PROSE =
            List.of("", "Some words.", "> quote", "### Level three", "1. one", "---", "<b>html</b>", "    code", "#");

    private final Random random;

    public GeneratedStatus(long seed) {
        this.random = new Random(seed);
    }

    /** One of these. */
    public <T> T one(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    public String cell() {
        return one(CELLS);
    }

    public boolean likely(double chance) {
        return random.nextDouble() < chance;
    }

    public String file() {
        List<String> lines = new ArrayList<>(prose());
        for (StatusSection section : StatusSection.values()) {
            if (likely(0.85)) {
                lines.add(one(List.of("## ", "##  ", " ## ")) + section.title());
                lines.addAll(likely(0.8) ? List.of() : prose());
                lines.addAll(section.isTable() ? table(section) : bullets());
                lines.addAll(prose());
            }
        }
        StringBuilder text = new StringBuilder(likely(0.2) ? "\uFEFF" : "");
        String end = one(List.of("\n", "\n", "\r\n"));
        lines.forEach(line -> text.append(line).append(likely(0.05) ? "\r\n" : end));
        return likely(0.2) ? text.toString().stripTrailing() : text.toString();
    }

    private List<String> prose() {
        List<String> lines = new ArrayList<>(List.of(""));
        while (likely(0.3)) {
            lines.add(one(PROSE));
        }
        return lines;
    }

    private List<String> table(StatusSection section) {
        List<String> columns = section.columns();
        List<String> lines = new ArrayList<>();
        lines.add("| " + String.join(" | ", columns) + " |");
        lines.add("|" + "---|".repeat(columns.size()));
        for (int n = 0; likely(0.7); n++) {
            StringBuilder row = new StringBuilder("| R-" + n + " |");
            columns.stream()
                    .skip(1)
                    .forEach(column -> row.append(" ").append(cell()).append(" |"));
            lines.add(row.toString());
        }
        return lines;
    }

    private List<String> bullets() {
        List<String> lines = new ArrayList<>();
        for (int n = 0; likely(0.6); n++) {
            lines.add(one(List.of("- ", "* ", "- [ ] ", "  - ")) + "bullet " + n);
        }
        return lines.isEmpty() && likely(0.7) ? List.of("- (none)") : lines;
    }
}

package dev.lindy.project.status.edit;

import dev.lindy.project.status.StatusLine;
import dev.lindy.project.status.StatusOutline;
import dev.lindy.project.status.StatusPart;
import dev.lindy.project.status.StatusSection;
import dev.lindy.project.status.StatusTable;
import dev.lindy.project.status.StatusTable.Row;
import dev.lindy.project.status.TableLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Edits the table of one section of a file that has the section. */
final class TableEdit {

    private final StatusOutline outline;
    private final StatusSection section;
    private final StatusTable table;

    TableEdit(StatusOutline outline, StatusSection section) {
        this.outline = outline;
        this.section = section;
        this.table = section.table(outline);
    }

    /** The rows whose first column says this. */
    List<Row> rows(String key) {
        return table.rows().stream().filter(row -> key(row).equals(key)).toList();
    }

    private String key(Row row) {
        return row.cell(section.columns().get(0));
    }

    /** Replaces these cells of the last row with this key, or adds a row below all others. */
    List<StatusLine> put(String key, Map<String, String> cells) throws UneditableStatusException {
        List<Row> same = rows(key);
        if (same.isEmpty()) {
            return add(cells);
        }
        Row row = same.get(same.size() - 1);
        return LineEdits.replace(outline.lines(), row.index(), changed(row, cells));
    }

    // nothing is touched that says so already; a table may do without a column
    private static String changed(Row row, Map<String, String> cells) {
        Row now = row;
        for (Map.Entry<String, String> cell : cells.entrySet()) {
            int column = row.column(cell.getKey());
            if (column >= 0 && !row.line().value(column).equals(TableLine.clean(cell.getValue()))) {
                now = now.with(column, cell.getValue());
            }
        }
        return now.line().text();
    }

    List<StatusLine> remove(String key) {
        return LineEdits.remove(
                outline.lines(), rows(key).stream().map(Row::index).toList());
    }

    private List<StatusLine> add(Map<String, String> cells) throws UneditableStatusException {
        List<String> lines = new ArrayList<>();
        List<String> header = table.header();
        int above = table.lastLine();
        if (above < 0) {
            above = heading();
            lines.addAll(SectionTemplate.table(section));
            header = section.columns().stream()
                    .map(name -> name.toLowerCase(Locale.ROOT))
                    .toList();
        } else if (table.rows().isEmpty() && !table.isSeparated()) {
            lines.add(SectionTemplate.separator(header.size()));
        }
        lines.add(line(header, cells));
        return LineEdits.insert(outline.lines(), above, lines);
    }

    private int heading() {
        return outline.part(section.titleIn(outline))
                .map(StatusPart::heading)
                .orElseThrow(() -> new IllegalStateException("no section " + section));
    }

    private String line(List<String> header, Map<String, String> cells) throws UneditableStatusException {
        String[] row = new String[header.size()];
        Arrays.fill(row, "");
        for (Map.Entry<String, String> cell : cells.entrySet()) {
            int column = header.lastIndexOf(cell.getKey().toLowerCase(Locale.ROOT));
            if (column >= 0) {
                row[column] = cell.getValue();
            } else if (cell.getKey().equals(section.columns().get(0))) {
                throw new UneditableStatusException(
                        "the table under `## %s` has no column `%s`".formatted(section.title(), cell.getKey()));
            }
        }
        return "| " + String.join(" | ", row) + " |";
    }
}

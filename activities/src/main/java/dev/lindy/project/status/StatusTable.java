package dev.lindy.project.status;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The rows of a section: every line that starts with a pipe, wherever it stands. A line above a separator names the
 * columns from there on; without any separator the first line does.
 */
final class StatusTable {
    private static final Pattern PIPE = Pattern.compile("(?<!\\\\)\\|");
    private static final Pattern BOLD = Pattern.compile("\\*\\*(.+?)\\*\\*");

    private StatusTable() {}

    /** One row; cells are found by the name of their column, in any case. */
    record Row(Map<String, String> cells) {

        String cell(String column) {
            return cells.getOrDefault(column.toLowerCase(Locale.ROOT), "");
        }
    }

    static List<Row> rows(List<String> section) {
        List<String> lines =
                section.stream().filter(line -> line.startsWith("|")).toList();
        List<Row> rows = new ArrayList<>();
        List<String> header = List.of();
        for (int i = 0; i < lines.size(); i++) {
            boolean isHeader = i == 0 || (i + 1 < lines.size() && isSeparator(lines.get(i + 1)));
            if (isHeader) {
                header = cells(lines.get(i));
            } else if (!isSeparator(lines.get(i))) {
                rows.add(row(header, cells(lines.get(i))));
            }
        }
        return rows;
    }

    private static boolean isSeparator(String line) {
        return line.contains("-") && line.chars().allMatch(c -> "|-: \t".indexOf(c) >= 0);
    }

    // short rows end in empty cells, long ones are cut
    private static Row row(List<String> header, List<String> cells) {
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < Math.min(header.size(), cells.size()); i++) {
            row.put(header.get(i).toLowerCase(Locale.ROOT), cells.get(i));
        }
        return new Row(row);
    }

    private static List<String> cells(String line) {
        String inner = line.substring(1);
        if (inner.endsWith("|") && !inner.endsWith("\\|")) {
            inner = inner.substring(0, inner.length() - 1);
        }
        return PIPE.splitAsStream(inner).map(StatusTable::clean).toList();
    }

    private static String clean(String cell) {
        String plain = BOLD.matcher(cell.replace("\\|", "|").strip()).replaceAll("$1");
        return plain.replaceAll("^`+|`+$", "").strip();
    }
}

package dev.lindy.project.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The rows of a section: every line that starts with a pipe, wherever it stands. A line above a separator names the
 * columns from there on; without any separator the first line does.
 *
 * @param header names of the columns that hold for the last line, in lower case
 * @param lastLine index of the last line with a pipe in the file, or -1
 * @param isSeparated whether the table has a line below its header
 */
public record StatusTable(List<Row> rows, List<String> header, int lastLine, boolean isSeparated) {

    static final StatusTable NONE = new StatusTable(List.of(), List.of(), -1, false);

    public StatusTable {
        rows = List.copyOf(rows);
        header = List.copyOf(header);
    }

    /**
     * One row; cells are found by the name of their column, in any case.
     *
     * @param index of its line in the file
     */
    public record Row(int index, List<String> header, TableLine line) {

        /** Short rows end in empty cells, long ones are cut. */
        public String cell(String column) {
            return line.value(column(column));
        }

        /** The number of a column, or -1; the last of several with the same name. */
        public int column(String name) {
            return header.lastIndexOf(name.toLowerCase(Locale.ROOT));
        }

        /** The same row with other text in one cell, in which pipes must be escaped. */
        public Row with(int column, String cell) {
            return new Row(index, header, TableLine.of(line.with(column, cell)));
        }
    }

    static StatusTable of(List<StatusLine> file, StatusPart part) {
        List<Integer> lines = part.visible().stream()
                .filter(i -> TableLine.isOne(file.get(i).text()))
                .toList();
        List<Row> rows = new ArrayList<>();
        List<String> header = List.of();
        boolean isSeparated = false;
        for (int n = 0; n < lines.size(); n++) {
            String text = file.get(lines.get(n)).text();
            boolean isAbove = n + 1 < lines.size()
                    && TableLine.isSeparator(file.get(lines.get(n + 1)).text());
            if (n == 0 || isAbove) {
                header = TableLine.of(text).values().stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .toList();
            } else if (TableLine.isSeparator(text)) {
                isSeparated = true;
            } else {
                rows.add(new Row(lines.get(n), header, TableLine.of(text)));
            }
        }
        return new StatusTable(rows, header, lines.isEmpty() ? -1 : lines.get(lines.size() - 1), isSeparated);
    }
}

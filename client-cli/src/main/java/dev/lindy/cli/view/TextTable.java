package dev.lindy.cli.view;

import java.util.ArrayList;
import java.util.List;

/** A plain table: a heading, columns as wide as their widest cell, two spaces between them. */
public final class TextTable {

    private final List<String> heading;
    private final List<List<Cell>> rows = new ArrayList<>();

    /** A piece of text that has passed {@link Sanitizer}. */
    public record Cell(Style style, String text) {

        public static Cell of(String text) {
            return new Cell(Style.PLAIN, text);
        }
    }

    public TextTable(String... heading) {
        this.heading = List.of(heading);
    }

    public TextTable row(Cell... cells) {
        rows.add(List.of(cells));
        return this;
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The lines from the heading on, without spaces at their ends. */
    public List<String> lines(ColorPalette colors) {
        List<String> lines = new ArrayList<>();
        lines.add(line(heading.stream().map(text -> new Cell(Style.DIM, text)).toList(), colors));
        rows.forEach(row -> lines.add(line(row, colors)));
        return lines;
    }

    private String line(List<Cell> cells, ColorPalette colors) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            Cell cell = cells.get(column);
            line.append(colors.paint(cell.style(), cell.text()));
            if (column < cells.size() - 1) {
                line.append(" ".repeat(width(column) - length(cell.text()) + 2));
            }
        }
        return line.toString().stripTrailing();
    }

    private int width(int column) {
        int widest = length(heading.get(column));
        for (List<Cell> row : rows) {
            widest = Math.max(widest, length(row.get(column).text()));
        }
        return widest;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}

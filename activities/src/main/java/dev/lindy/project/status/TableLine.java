package dev.lindy.project.status;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A line of a table and where its cells are. Cells are parted by pipes that no backslash escapes.
 *
 * @param isClosed whether the line ends with a pipe
 */
public record TableLine(String text, List<Cell> cells, boolean isClosed) {

    private static final Pattern BOLD = Pattern.compile("\\*\\*(.+?)\\*\\*");

    /** The characters between two pipes, from the first to one behind the last. */
    public record Cell(int start, int end) {}

    static boolean isOne(String line) {
        return line.stripLeading().startsWith("|");
    }

    static boolean isSeparator(String line) {
        String text = line.strip();
        return text.contains("-") && text.chars().allMatch(c -> "|-: \t".indexOf(c) >= 0);
    }

    /** The cells of a line that starts with a pipe. */
    static TableLine of(String text) {
        int end = text.stripTrailing().length();
        int start = text.indexOf('|') + 1;
        List<Cell> cells = new ArrayList<>();
        boolean isClosed = false;
        for (int i = start; i < end; i++) {
            if (text.charAt(i) == '|' && text.charAt(i - 1) != '\\') {
                cells.add(new Cell(start, i));
                start = i + 1;
                isClosed = start == end;
            }
        }
        if (!isClosed) {
            cells.add(new Cell(start, end));
        }
        return new TableLine(text, cells, isClosed);
    }

    List<String> values() {
        List<String> values = new ArrayList<>();
        for (int n = 0; n < cells.size(); n++) {
            values.add(value(n));
        }
        return values;
    }

    /** What a cell says, without bold marks and enclosing backticks; empty where there is no such cell. */
    public String value(int column) {
        if (column < 0 || column >= cells.size()) {
            return "";
        }
        Cell cell = cells.get(column);
        return clean(text.substring(cell.start(), cell.end()));
    }

    /** A cell as it is written, without the blanks around; empty where there is no such cell. */
    public String raw(int column) {
        return column < cells.size()
                ? text.substring(cells.get(column).start(), cells.get(column).end())
                        .strip()
                : "";
    }

    /** The same line with other text in one cell; cells that are missing before it are added. */
    public String with(int column, String cellText) {
        if (column >= cells.size()) {
            return extended(column, cellText);
        }
        Cell cell = cells.get(column);
        String old = text.substring(cell.start(), cell.end());
        int lead = old.length() - old.stripLeading().length();
        boolean isEmpty = lead == old.length();
        String before = isEmpty ? " " : old.substring(0, lead);
        String after = isEmpty ? " " : old.substring(old.stripTrailing().length());
        return text.substring(0, cell.start()) + before + cellText + after + text.substring(cell.end());
    }

    private String extended(int column, String cellText) {
        String line = text.stripTrailing();
        String cells = " |".repeat(column - this.cells.size());
        return line + (isClosed ? "" : " |") + cells + " " + cellText + " |" + text.substring(line.length());
    }

    /** What a cell of this text says. */
    public static String clean(String cell) {
        String plain = BOLD.matcher(cell.replace("\\|", "|").strip()).replaceAll("$1");
        int start = 0;
        int end = plain.length();
        while (start < end && plain.charAt(start) == '`') {
            start++;
        }
        while (end > start && plain.charAt(end - 1) == '`') {
            end--;
        }
        return plain.substring(start, end).strip();
    }
}

package dev.lindy.cli.watch;

import dev.lindy.cli.view.ColorPalette;
import dev.lindy.cli.view.Style;
import dev.lindy.cli.view.Theme;
import dev.lindy.cli.view.Verbosity;

/**
 * One line of a view: what it means, what it is about and what is said of it; free of control characters.
 *
 * @param subject for instance a task's id, or empty
 */
public record StyledLine(Verbosity level, Style style, String subject, String text) {

    /** The line as it is printed. */
    public String render(ColorPalette colors, Theme theme) {
        String glyph = theme.glyph(style);
        String head = glyph.isEmpty() ? "" : colors.paint(style, glyph) + " ";
        String about = subject.isEmpty() ? "" : colors.paint(Style.LITERAL, subject) + " ";
        return head + about + text;
    }
}

package dev.lindy.project.status.edit;

import dev.lindy.project.status.StatusSection;
import dev.lindy.project.status.TableLine;
import dev.lindy.text.SafeText;

/** Text from anywhere as it may stand in a cell or behind a bullet. */
final class CellText {

    /** Longest text of a cell or bullet in characters; what is behind is cut off. */
    static final int MAX_LENGTH = 500;

    private CellText() {}

    /** One line without control characters, whose pipes part no cells. */
    static String cell(String text) {
        return SafeText.line(text, MAX_LENGTH).replace("|", "\\|");
    }

    /** What the reader will find in such a cell. */
    static String plain(String text) {
        return TableLine.clean(cell(text));
    }

    static String bullet(StatusSection section, String text) {
        String box = section == StatusSection.BACKLOG ? "[ ] " : "";
        return box + SafeText.line(text, MAX_LENGTH);
    }
}

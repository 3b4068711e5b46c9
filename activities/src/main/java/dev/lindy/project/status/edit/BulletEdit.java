package dev.lindy.project.status.edit;

import dev.lindy.project.status.StatusLine;
import dev.lindy.project.status.StatusOutline;
import dev.lindy.project.status.StatusPart;
import dev.lindy.project.status.StatusReader;
import dev.lindy.project.status.StatusSection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Adds a bullet to a section of a file that has the section. */
final class BulletEdit {

    private static final Pattern NONE = Pattern.compile("(?i)\\(none\\)");

    private static final Pattern NOBODY = Pattern.compile("(?i)\\(none\\)|none\\.?");

    private final List<StatusLine> lines;
    private final StatusSection section;
    private final StatusPart part;

    BulletEdit(StatusOutline outline, StatusSection section) {
        this.lines = outline.lines();
        this.section = section;
        this.part = outline.part(section.title()).orElseThrow();
    }

    /** Puts it below the last bullet and what belongs to that, or in place of the one that says there is none. */
    List<StatusLine> add(String text) {
        List<Integer> bullets = part.visible().stream()
                .filter(i -> StatusReader.bullet(section, lines.get(i).text()).isPresent())
                .toList();
        if (bullets.isEmpty()) {
            return LineEdits.insert(lines, part.heading(), List.of("- " + text));
        }
        int last = bullets.get(bullets.size() - 1);
        String line = lines.get(last).text();
        if (bullets.size() == 1 && isNone(line)) {
            return LineEdits.replace(lines, last, sign(line) + text);
        }
        return LineEdits.insert(lines, endOf(last), List.of(sign(line) + text));
    }

    private boolean isNone(String line) {
        return StatusReader.bullet(section, line)
                .filter(text -> (section == StatusSection.BACKLOG ? NONE : NOBODY)
                        .matcher(text)
                        .matches())
                .isPresent();
    }

    private static String sign(String line) {
        return line.strip().charAt(0) + " ";
    }

    private int endOf(int bullet) {
        Set<Integer> visible = new HashSet<>(part.visible());
        int end = bullet;
        for (int i = bullet + 1; i < part.end(); i++) {
            String line = lines.get(i).text();
            boolean isBelow = !line.isBlank()
                    && (Character.isWhitespace(line.charAt(0))
                            || !lines.get(i - 1).isBlank());
            if (isBelow || !visible.contains(i)) {
                end = i;
            }
        }
        return end;
    }
}

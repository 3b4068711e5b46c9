package dev.lindy.project.status.edit;

import dev.lindy.project.status.StatusLine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Changes of whole lines that keep the kind of line end and whether the file ends with one. */
final class LineEdits {

    private static final String DEFAULT_END = "\n";

    private LineEdits() {}

    /** Puts lines behind the one of this index; -1 is the start of the file. */
    static List<StatusLine> insert(List<StatusLine> lines, int index, List<String> texts) {
        String end = lineEnd(lines, index);
        boolean isLast = index >= 0 && lines.get(index).end().isEmpty();
        List<StatusLine> changed = new ArrayList<>(lines);
        List<StatusLine> added = new ArrayList<>();
        texts.forEach(text -> added.add(new StatusLine(text, end)));
        if (isLast) {
            changed.set(index, changed.get(index).withEnd(end));
            added.set(added.size() - 1, added.get(added.size() - 1).withEnd(""));
        }
        changed.addAll(index + 1, added);
        return changed;
    }

    static List<StatusLine> replace(List<StatusLine> lines, int index, String text) {
        List<StatusLine> changed = new ArrayList<>(lines);
        changed.set(index, changed.get(index).withText(text));
        return changed;
    }

    static List<StatusLine> remove(List<StatusLine> lines, Collection<Integer> indices) {
        Set<Integer> gone = Set.copyOf(indices);
        List<StatusLine> kept = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!gone.contains(i)) {
                kept.add(lines.get(i));
            }
        }
        boolean wasOpen = !lines.isEmpty() && lines.get(lines.size() - 1).end().isEmpty();
        if (wasOpen && !kept.isEmpty()) {
            int last = kept.size() - 1;
            kept.set(last, kept.get(last).withEnd(""));
        }
        return kept;
    }

    // the way the line above ends, else the first line of the file
    private static String lineEnd(List<StatusLine> lines, int index) {
        if (index >= 0 && !lines.get(index).end().isEmpty()) {
            return lines.get(index).end();
        }
        return lines.isEmpty() || lines.get(0).end().isEmpty()
                ? DEFAULT_END
                : lines.get(0).end();
    }
}

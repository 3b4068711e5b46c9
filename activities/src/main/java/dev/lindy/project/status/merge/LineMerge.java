package dev.lindy.project.status.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Merges free text: each side counts as one change, from the first to the last line that differs from the base. Two
 * changes that neither overlap nor touch are both made. That is less than git can, but never wrong, and linear.
 */
final class LineMerge {

    private LineMerge() {}

    /** The lines with both changes, or empty where they conflict. */
    static Optional<List<String>> of(Versions<List<String>> lines) {
        List<String> base = lines.base();
        if (lines.ours().equals(lines.theirs()) || lines.theirs().equals(base)) {
            return Optional.of(lines.ours());
        }
        if (lines.ours().equals(base)) {
            return Optional.of(lines.theirs());
        }
        Change ours = Change.of(base, lines.ours());
        Change theirs = Change.of(base, lines.theirs());
        if (ours.end() < theirs.start()) {
            return Optional.of(both(base, ours, theirs));
        }
        return theirs.end() < ours.start() ? Optional.of(both(base, theirs, ours)) : Optional.empty();
    }

    private static List<String> both(List<String> base, Change first, Change second) {
        List<String> merged = new ArrayList<>(base.subList(0, first.start()));
        merged.addAll(first.lines());
        merged.addAll(base.subList(first.end(), second.start()));
        merged.addAll(second.lines());
        merged.addAll(base.subList(second.end(), base.size()));
        return merged;
    }

    /** The lines that stand for those of the base from start to end. */
    private record Change(int start, int end, List<String> lines) {

        static Change of(List<String> base, List<String> side) {
            int most = Math.min(base.size(), side.size());
            int head = 0;
            while (head < most && base.get(head).equals(side.get(head))) {
                head++;
            }
            int tail = 0;
            while (tail < most - head && base.get(base.size() - 1 - tail).equals(side.get(side.size() - 1 - tail))) {
                tail++;
            }
            return new Change(head, base.size() - tail, side.subList(head, side.size() - tail));
        }
    }
}

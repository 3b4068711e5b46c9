package dev.lindy.project.status.merge;

import dev.lindy.project.status.merge.MergedStatus.Conflict;
import java.util.ArrayList;
import java.util.List;

/** Gathers what cannot be merged, so that all of it is told at once. */
final class Conflicts {

    private final List<Conflict> found = new ArrayList<>();

    void add(String section, List<String> ours, List<String> theirs) {
        found.add(new Conflict(section, plain(ours), plain(theirs)));
    }

    List<Conflict> found() {
        return List.copyOf(found);
    }

    private static List<String> plain(List<String> lines) {
        return lines.stream()
                .filter(line -> !line.equals(StatusBody.ITEMS))
                .map(String::stripTrailing)
                .toList();
    }
}

package dev.lindy.project.status.merge;

import dev.lindy.project.status.StatusTable.Row;
import dev.lindy.project.status.merge.StatusBody.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Merges the rows or bullets of one section by their keys, and a row that both sides changed by its cells. */
final class ItemMerge {

    private final String title;
    private final Versions<StatusBody> bodies;
    private final CellChoice choice;
    private final Conflicts conflicts;

    ItemMerge(String title, Versions<StatusBody> bodies, CellChoice choice, Conflicts conflicts) {
        this.title = title;
        this.bodies = bodies;
        this.choice = choice;
        this.conflicts = conflicts;
    }

    /** The raw lines of all items that are left. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (String key : OrderMerge.of(bodies.map(StatusBody::keys))) {
            Item base = bodies.base().items().get(key);
            Item ours = bodies.ours().items().get(key);
            Item theirs = bodies.theirs().items().get(key);
            if (isSame(ours, theirs) || isSame(theirs, base)) {
                add(lines, ours);
            } else if (isSame(ours, base)) {
                add(lines, theirs);
            } else {
                addBoth(lines, base, ours, theirs);
            }
        }
        return lines;
    }

    private static boolean isSame(@Nullable Item one, @Nullable Item other) {
        return one == null ? other == null : other != null && one.raw().equals(other.raw());
    }

    private static void add(List<String> lines, @Nullable Item item) {
        if (item != null) {
            lines.add(item.raw());
        }
    }

    private void addBoth(List<String> lines, @Nullable Item base, @Nullable Item ours, @Nullable Item theirs) {
        Optional<String> both = ours == null || theirs == null ? Optional.empty() : cells(base, ours, theirs);
        if (both.isPresent()) {
            lines.add(both.get());
        } else {
            conflicts.add(title, text(ours), text(theirs));
        }
    }

    private static List<String> text(@Nullable Item item) {
        return item == null ? List.of() : List.of(item.raw());
    }

    private Optional<String> cells(@Nullable Item base, Item ours, Item theirs) {
        Row our = ours.row();
        Row their = theirs.row();
        if (our == null || their == null) {
            return Optional.empty();
        }
        // which side is the start must not depend on which side is ours
        boolean isOurs = ours.raw().compareTo(theirs.raw()) >= 0;
        Row merged = isOurs ? our : their;
        Row before = base == null ? null : base.row();
        for (int column = 0; column < our.header().size(); column++) {
            String ourCell = our.line().value(column);
            String theirCell = their.line().value(column);
            if (!ourCell.equals(theirCell)) {
                String baseCell = before == null ? null : before.line().value(column);
                Optional<Boolean> takesOurs = choice.takesOurs(baseCell, ourCell, theirCell);
                if (takesOurs.isEmpty()) {
                    return Optional.empty();
                }
                merged = merged.with(
                        column, (takesOurs.get() ? our : their).line().raw(column));
            }
        }
        return Optional.of(merged.line().text() + end(isOurs ? ours : theirs));
    }

    private static String end(Item item) {
        String raw = item.raw();
        return raw.endsWith("\r\n") ? "\r\n" : raw.substring(raw.length() - 1);
    }
}

package dev.lindy.project.status.merge;

import dev.lindy.project.status.StatusLine;
import dev.lindy.project.status.StatusOutline;
import dev.lindy.project.status.StatusPart;
import dev.lindy.project.status.StatusReader;
import dev.lindy.project.status.StatusSection;
import dev.lindy.project.status.StatusTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a section: its rows or bullets, and the text around them.
 *
 * @param items rows or bullets by key, raw
 * @param frame the other lines, raw, with {@link #ITEMS} where the items stand
 * @param header names of the columns; empty for bullets
 */
record StatusBody(Map<String, Item> items, List<String> frame, List<String> header) {

    /** Stands for the items among the lines of the frame; no line of a file is like it. */
    static final String ITEMS = "\0items";

    /**
     * A row or bullet.
     *
     * @param raw its line with line end
     * @param row the cells of a row; null for a bullet
     */
    record Item(String raw, StatusTable.@Nullable Row row) {}

    /**
     * Takes a section apart.
     *
     * @return empty where it has no meaning, or items in more than one place or twice with the same key: then it is text
     */
    static Optional<StatusBody> of(StatusOutline outline, StatusPart part) {
        Optional<StatusSection> section = StatusSection.titled(part.title());
        if (section.isEmpty()) {
            return Optional.empty();
        }
        return section.get().isTable() ? table(outline, part, section.get()) : bullets(outline, part, section.get());
    }

    private static Optional<StatusBody> table(StatusOutline outline, StatusPart part, StatusSection section) {
        StatusTable table = outline.table(part);
        Map<Integer, Keyed> items = new LinkedHashMap<>();
        for (StatusTable.Row row : table.rows()) {
            String key = row.cell(section.columns().get(0));
            items.put(row.index(), new Keyed(key, new Item(raw(outline, row.index()), row)));
        }
        return body(outline, part, items, table.lastLine(), table.header());
    }

    private static Optional<StatusBody> bullets(StatusOutline outline, StatusPart part, StatusSection section) {
        Map<Integer, Keyed> items = new LinkedHashMap<>();
        for (int index : part.visible()) {
            String line = outline.lines().get(index).text();
            StatusReader.bullet(section, line)
                    .ifPresent(text -> items.put(index, new Keyed(text, new Item(raw(outline, index), null))));
        }
        return body(outline, part, items, part.heading(), List.of());
    }

    private record Keyed(String key, Item item) {}

    /** @param anchor line that the items stand behind where there are none */
    private static Optional<StatusBody> body(
            StatusOutline outline, StatusPart part, Map<Integer, Keyed> found, int anchor, List<String> header) {
        Map<String, Item> items = new LinkedHashMap<>();
        List<String> frame = new ArrayList<>();
        int places = 0;
        boolean isInside = false;
        for (int i = part.heading(); i < part.end(); i++) {
            Keyed item = found.get(i);
            if (item != null && (item.key().isEmpty() || items.put(item.key(), item.item()) != null)) {
                return Optional.empty();
            }
            if (item == null) {
                frame.add(raw(outline, i));
            }
            boolean isPlace = (item != null && !isInside) || (found.isEmpty() && i == anchor);
            if (isPlace) {
                frame.add(ITEMS);
                places++;
            }
            isInside = item != null;
        }
        return places == 1 ? Optional.of(new StatusBody(items, frame, header)) : Optional.empty();
    }

    private static String raw(StatusOutline outline, int index) {
        StatusLine line = outline.lines().get(index);
        return line.raw();
    }

    /** The same without any items. */
    StatusBody emptied() {
        return new StatusBody(Map.of(), frame, header);
    }

    List<String> keys() {
        return List.copyOf(items.keySet());
    }
}

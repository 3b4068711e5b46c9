package dev.lindy.project.status.merge;

import dev.lindy.project.status.StatusLine;
import dev.lindy.project.status.StatusOutline;
import dev.lindy.project.status.StatusPart;
import dev.lindy.project.status.StatusSection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Merges one section: by its rows or bullets where it has a meaning and a usual form, else as text. */
final class SectionMerge {

    private final Versions<StatusOutline> outlines;
    private final CellChoice newest;
    private final Conflicts conflicts;

    SectionMerge(Versions<StatusOutline> outlines, Conflicts conflicts) {
        this.outlines = outlines;
        this.conflicts = conflicts;
        Versions<String> updates = outlines.map(SectionMerge::lastUpdated);
        this.newest = CellChoice.newest(updates.ours(), updates.theirs());
    }

    private static String lastUpdated(StatusOutline outline) {
        return StatusSection.META.table(outline).rows().stream()
                .filter(row -> row.cell("Key").equals("last_updated"))
                .map(row -> row.cell("Value"))
                .reduce("", (one, last) -> last);
    }

    /** The raw lines of the merged section. */
    List<String> lines(String title) {
        Versions<Optional<StatusPart>> parts = outlines.map(outline -> outline.part(title));
        Optional<Versions<StatusBody>> bodies = bodies(parts);
        return bodies.isPresent() ? items(title, bodies.get()) : text(title, texts(parts));
    }

    /** Bodies of all versions, where all have the section in its usual form and with the same columns. */
    private Optional<Versions<StatusBody>> bodies(Versions<Optional<StatusPart>> parts) {
        if (parts.ours().isEmpty() || parts.theirs().isEmpty()) {
            return Optional.empty();
        }
        Optional<StatusBody> ours = StatusBody.of(outlines.ours(), parts.ours().get());
        Optional<StatusBody> theirs =
                StatusBody.of(outlines.theirs(), parts.theirs().get());
        Optional<StatusBody> base = parts.base().isEmpty()
                ? ours.map(StatusBody::emptied)
                : StatusBody.of(outlines.base(), parts.base().get());
        boolean isUsual = ours.isPresent()
                && theirs.isPresent()
                && base.isPresent()
                && ours.get().header().equals(theirs.get().header())
                && ours.get().header().equals(base.get().header());
        return isUsual ? Optional.of(new Versions<>(base.get(), ours.get(), theirs.get())) : Optional.empty();
    }

    private List<String> items(String title, Versions<StatusBody> bodies) {
        CellChoice choice = title.equalsIgnoreCase(StatusSection.META.title()) ? newest : CellChoice.CHANGED;
        List<String> items = new ItemMerge(title, bodies, choice, conflicts).lines();
        List<String> lines = new ArrayList<>();
        for (String line : text(title, bodies.map(StatusBody::frame))) {
            if (line.equals(StatusBody.ITEMS)) {
                lines.addAll(items);
            } else {
                lines.add(line);
            }
        }
        return lines;
    }

    private Versions<List<String>> texts(Versions<Optional<StatusPart>> parts) {
        return new Versions<>(
                raw(outlines.base(), parts.base()),
                raw(outlines.ours(), parts.ours()),
                raw(outlines.theirs(), parts.theirs()));
    }

    private static List<String> raw(StatusOutline outline, Optional<StatusPart> part) {
        return part.map(place -> outline.lines().subList(place.heading(), place.end()).stream()
                        .map(StatusLine::raw)
                        .toList())
                .orElse(List.of());
    }

    /** Text of any kind; where it conflicts, nothing. */
    List<String> text(String title, Versions<List<String>> lines) {
        Optional<List<String>> merged = LineMerge.of(lines);
        if (merged.isEmpty()) {
            conflicts.add(title, lines.ours(), lines.theirs());
        }
        return merged.orElse(List.of());
    }
}

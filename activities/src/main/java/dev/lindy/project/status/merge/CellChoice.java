package dev.lindy.project.status.merge;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides which side's cell is taken where they differ. */
interface CellChoice {

    /** The side that changed the cell; none where both did. */
    CellChoice CHANGED = CellChoice::changed;

    /** Whether it is ours, or empty where the sides conflict; the base is null where it has no such row. */
    Optional<Boolean> takesOurs(Versions<@Nullable String> cells);

    /** The side that changed the cell; where both did, the one that was updated last. */
    static CellChoice newest(String ourUpdate, String theirUpdate) {
        int order = date(ourUpdate).compareTo(date(theirUpdate));
        return cells -> {
            Optional<Boolean> changed = changed(cells);
            if (changed.isPresent()) {
                return changed;
            }
            return Optional.of(
                    order != 0
                            ? order > 0
                            : String.valueOf(cells.ours()).compareTo(String.valueOf(cells.theirs())) > 0);
        };
    }

    private static Optional<Boolean> changed(Versions<@Nullable String> cells) {
        if (cells.base() == null) {
            return Optional.empty();
        }
        if (Objects.equals(cells.theirs(), cells.base())) {
            return Optional.of(true);
        }
        return Objects.equals(cells.ours(), cells.base()) ? Optional.of(false) : Optional.empty();
    }

    // what is no date is older than all dates
    private static String date(String update) {
        return update.matches("\\d{4}-\\d\\d-\\d\\d.*") ? update : "";
    }
}

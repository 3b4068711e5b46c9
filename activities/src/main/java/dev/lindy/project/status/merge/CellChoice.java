package dev.lindy.project.status.merge;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides which side's cell is taken where they differ. */
interface CellChoice {

    /** The side that changed the cell; none where both did. */
    CellChoice CHANGED = CellChoice::changed;

    /** Whether it is ours, or empty where the sides conflict; the base is null where it has no such row. */
    Optional<Boolean> takesOurs(@Nullable String base, String ours, String theirs);

    /** The side that changed the cell; where both did, the one that was updated last. */
    static CellChoice newest(String ourUpdate, String theirUpdate) {
        int order = date(ourUpdate).compareTo(date(theirUpdate));
        return (base, ours, theirs) ->
                changed(base, ours, theirs).or(() -> Optional.of(order != 0 ? order > 0 : ours.compareTo(theirs) > 0));
    }

    private static Optional<Boolean> changed(@Nullable String base, String ours, String theirs) {
        if (theirs.equals(base)) {
            return Optional.of(true);
        }
        return ours.equals(base) ? Optional.of(false) : Optional.empty();
    }

    // what is no date is older than all dates
    private static String date(String update) {
        return update.matches("\\d{4}-\\d\\d-\\d\\d.*") ? update : "";
    }
}

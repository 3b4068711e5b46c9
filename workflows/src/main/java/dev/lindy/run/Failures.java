package dev.lindy.run;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/**
 * What failed in a gate, told apart by the base commit.
 *
 * @param fresh number of failures that the base commit does not have
 * @param known number of failures that it has as well
 * @param firstFresh the first of the fresh ones, at most {@value #MAX_NAMED}
 * @param firstKnown the first of the known ones, at most {@value #MAX_NAMED}
 */
public record Failures(int fresh, int known, List<String> firstFresh, List<String> firstKnown) {

    /** Most failures of a kind that are named. */
    public static final int MAX_NAMED = 5;

    public Failures {
        firstFresh = List.copyOf(firstFresh);
        firstKnown = List.copyOf(firstKnown);
    }

    /** The known ones in words, names included, or nothing where there are none. */
    @JsonIgnore
    public String knownWords() {
        if (known == 0) {
            return "";
        }
        int more = known - firstKnown.size();
        return String.join(", ", firstKnown) + (more > 0 ? " and " + more + " more" : "");
    }
}

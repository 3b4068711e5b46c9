package dev.lindy.project.discovery.merge;

import java.util.List;

/** Brings two versions of a text together that come from the same one. */
public interface TextMerge {

    /**
     * The merged text.
     *
     * @param conflicts lines of the merged text, from 1, where both sides had changed the same place; the user's side
     *     stands there
     */
    record Merged(String text, List<Integer> conflicts) {

        public Merged {
            conflicts = List.copyOf(conflicts);
        }
    }

    /**
     * Brings the two together.
     *
     * @param base what both come from
     * @throws UnmergeableException where it cannot be done at all
     */
    Merged merge(String users, String base, String generated) throws UnmergeableException;
}

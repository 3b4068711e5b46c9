package dev.lindy.cli.command;

import java.text.Normalizer;
import java.util.Locale;

/** A goal as part of a Workflow id, so that Temporal's lists read well. */
final class Slug {

    private static final int MAX = 40;

    private Slug() {}

    /** Letters, digits and single dashes of the goal's beginning; {@code goal} where nothing is left. */
    static String of(String goal) {
        String plain = Normalizer.normalize(goal, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
        String cut = plain.replaceAll("^-+", "");
        cut = cut.substring(0, Math.min(MAX, cut.length())).replaceAll("-+$", "");
        return cut.isEmpty() ? "goal" : cut;
    }
}

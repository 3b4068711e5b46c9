package dev.lindy.document;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody probably meant to write. */
public final class NearMiss {
    private static final int MAX_WORD = 64;

    private NearMiss() {}

    /** The candidate that differs in few characters, if there is one; the first of equals. */
    public static Optional<String> of(String word, Collection<String> candidates) {
        if (word.isEmpty() || word.length() > MAX_WORD) {
            return Optional.empty();
        }
        int most = Math.max(1, word.length() / 3);
        return candidates.stream()
                .filter(candidate -> Math.abs(candidate.length() - word.length()) <= most)
                .filter(candidate -> distance(word, candidate) <= most)
                .min(Comparator.comparingInt(candidate -> distance(word, candidate)));
    }

    /** A hint for a word that is not among the candidates. */
    public static String hint(String word, Collection<String> candidates) {
        return of(word, candidates)
                .map(near -> "did you mean `" + near + "`?")
                .orElseGet(() -> candidates.isEmpty() ? "there is none to name" : "known are " + list(candidates));
    }

    private static String list(Collection<String> candidates) {
        int shown = 12;
        String names = String.join(
                ", ",
                candidates.stream()
                        .limit(shown)
                        .map(candidate -> "`" + candidate + "`")
                        .toList());
        return candidates.size() > shown ? names + " and " + (candidates.size() - shown) + " more" : names;
    }

    // optimal string alignment: a swap of neighbors counts as one change
    private static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(a, b, i, j, cost);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int cheapest(String a, String b, int i, int j, int[][] cost) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int best = Math.min(cost[i - 1][j - 1] + change, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}

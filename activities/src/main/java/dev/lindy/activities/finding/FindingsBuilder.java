package dev.lindy.activities.finding;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gathers what readers find, each thing once and within bounds; what goes past them makes it incomplete. */
public final class FindingsBuilder {

    /** Most failed tests, and most problems, that are kept. */
    public static final int MAX = 5_000;
    /** Most characters of a test's id; of a longer one the rest becomes a hash. */
    public static final int MAX_ID = 500;
    /** Most characters of any other text. */
    public static final int MAX_TEXT = 300;

    private static final int MAX_CRASHES = 20;

    private final Map<String, FailedTest> tests = new LinkedHashMap<>();
    private final Set<Problem> problems = new LinkedHashSet<>();
    private final Set<String> crashes = new LinkedHashSet<>();
    private int run;
    private boolean complete = true;

    /** A failed test; told again, it only adds what was not known of it. */
    public void failed(String id, String reason, @Nullable Place place) {
        String whole = id.length() <= MAX_ID ? id : id.substring(0, MAX_ID) + "#" + Integer.toHexString(id.hashCode());
        FailedTest test = new FailedTest(whole, cut(reason), place == null ? null : cut(place));
        if (tests.size() >= MAX && !tests.containsKey(whole)) {
            complete = false;
        } else {
            tests.merge(whole, test, FailedTest::with);
        }
    }

    public void problem(Problem.Severity severity, Place place, String rule, String message) {
        Problem problem = new Problem(severity, cut(place), cut(rule), cut(message));
        if (problems.size() >= MAX) {
            complete = false;
        } else {
            problems.add(problem);
        }
    }

    /** How a program crashed, in one line. */
    public void crash(String line) {
        if (crashes.size() < MAX_CRASHES) {
            crashes.add(cut(line));
        }
    }

    /**
     * What a tool says of itself.
     *
     * @param ran number of tests that were run
     * @param failed number of findings that it counts
     * @param seen number of these that were read
     */
    public void count(int ran, int failed, int seen) {
        run += ran;
        if (seen < failed) {
            complete = false;
        }
    }

    public void incomplete() {
        complete = false;
    }

    public Findings build() {
        return new Findings(
                tests.values().stream().toList(),
                problems.stream().toList(),
                // what a failed test says is told with the test
                tests.isEmpty() ? crashes.stream().toList() : List.of(),
                Math.max(run, 0),
                complete);
    }

    private static Place cut(Place place) {
        return place.file().length() <= MAX_TEXT ? place : new Place(cut(place.file()), place.line(), place.column());
    }

    private static String cut(String text) {
        String line = text.strip();
        if (line.length() <= MAX_TEXT) {
            return line;
        }
        int end = Character.isLowSurrogate(line.charAt(MAX_TEXT - 1)) ? MAX_TEXT - 2 : MAX_TEXT - 1;
        return line.substring(0, end) + "…";
    }
}

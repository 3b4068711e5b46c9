package dev.lindy.activities.finding.test;

import dev.lindy.activities.finding.Place;
import org.jspecify.annotations.Nullable;

/** Names of Java tests and frames of stack traces. */
public final class JavaNames {

    private JavaNames() {}

    /** {@code at shop.PriceTest.fails(PriceTest.java:25)} as a place, or null. */
    public static @Nullable Place frame(String line) {
        int open = line.lastIndexOf('(');
        int close = line.indexOf(')', Math.max(open, 0));
        return open < 0 || close < 0 ? null : Place.parse(line.substring(open + 1, close));
    }

    /** Whether a file of this name may hold the class of this test. */
    public static boolean belongs(String test, String file) {
        int at = test.indexOf(file);
        return at >= 0
                && (at == 0 || test.charAt(at - 1) == '.')
                && at + file.length() < test.length()
                && ".$".indexOf(test.charAt(at + file.length())) >= 0;
    }

    /** Class and method without package and parameters. */
    static String plain(String test) {
        int end = test.length();
        for (char stop : new char[] {'(', '[', '{'}) {
            int index = test.indexOf(stop);
            end = index < 0 ? end : Math.min(end, index);
        }
        int method = test.lastIndexOf('.', end - 1);
        int type = method < 0 ? -1 : test.lastIndexOf('.', method - 1);
        return test.substring(type + 1, end);
    }
}

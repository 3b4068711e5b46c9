package dev.lindy.activities.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How the output of one kind of tool is recognized and which of its lines matter.
 *
 * @param sign a line that only this kind of tool prints
 * @param picks kinds of lines that are kept, in the order of the output
 * @param hint what to do, one sentence
 */
record ToolReport(String tool, Pattern sign, List<Pick> picks, String hint) {

    /** Lines of one kind, the first {@code max} of them. */
    record Pick(Pattern line, int max) {}

    static ToolReport of(String tool, String sign, String hint, Pick... picks) {
        return new ToolReport(tool, Pattern.compile(sign), List.of(picks), hint);
    }

    static Pick pick(String line, int max) {
        return new Pick(Pattern.compile(line), max);
    }

    boolean recognizes(List<String> lines) {
        return lines.stream().anyMatch(line -> sign.matcher(line).find());
    }

    List<String> pickFrom(List<String> lines) {
        int[] taken = new int[picks.size()];
        int left = 0;
        List<String> picked = new ArrayList<>();
        for (String line : lines) {
            int kind = kind(line);
            if (kind >= 0 && taken[kind]++ < picks.get(kind).max()) {
                picked.add(line);
            } else if (kind >= 0) {
                left++;
            }
        }
        if (left > 0) {
            picked.add("... and " + left + " more lines of this kind");
        }
        return picked;
    }

    private int kind(String line) {
        for (int i = 0; i < picks.size(); i++) {
            if (picks.get(i).line().matcher(line).find()) {
                return i;
            }
        }
        return -1;
    }
}

package dev.lindy.activities.finding.test;

import dev.lindy.activities.finding.FindingsBuilder;
import dev.lindy.activities.finding.LineReader;
import dev.lindy.activities.finding.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code [ERROR] shop.PriceTest.roundsHalfUp -- Time elapsed: 0.005 s <<< FAILURE!} with its stack trace. */
final class SurefireDetails implements LineReader {

    private final List<Detail> details = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private String id = "";
    private String reason = "";
    private @Nullable Place place;

    /** One failure. */
    private record Detail(
            String id, String reason, @Nullable Place place) {}

    @Override
    public void read(String line) {
        boolean fails = line.endsWith("<<< FAILURE!") || line.endsWith("<<< ERROR!");
        if (line.startsWith("[ERROR] ") && fails && !line.startsWith("[ERROR] Tests run: ")) {
            end();
            id = id(line.substring("[ERROR] ".length()));
        } else if (!id.isEmpty()) {
            inside(line);
        }
    }

    @Override
    public void end() {
        if (!id.isEmpty()) {
            details.add(new Detail(id, reason, place));
            names.add(JavaNames.plain(id));
        }
        id = "";
        reason = "";
        place = null;
    }

    /** How many there were. */
    int report(FindingsBuilder findings) {
        details.forEach(detail -> findings.failed(detail.id(), detail.reason(), detail.place()));
        return details.size();
    }

    boolean has(String test) {
        return names.contains(JavaNames.plain(test));
    }

    void forget() {
        details.clear();
        names.clear();
    }

    private void inside(String line) {
        if (line.isBlank() || line.startsWith("[")) {
            end();
        } else if (line.startsWith("\tat ")) {
            Place frame = JavaNames.frame(line);
            String file = frame == null ? "" : frame.file();
            int dot = file.lastIndexOf('.');
            place = dot > 0 && JavaNames.belongs(id, file.substring(0, dot)) ? frame : place;
        } else if (reason.isEmpty() || reason.endsWith(": ")) {
            reason += line;
        }
    }

    /** {@code shop.PriceTest.rounds(int)[2]}; older ones write {@code rounds(shop.PriceTest)}. */
    private static String id(String text) {
        int end = text.indexOf("Time elapsed");
        String name = (end < 0 ? text : text.substring(0, end)).strip();
        name = name.endsWith("--") ? name.substring(0, name.length() - 2).strip() : name;
        int open = name.indexOf('(');
        boolean old = open > 0 && name.endsWith(")") && name.lastIndexOf('.', open) < 0 && name.indexOf('.', open) > 0;
        return old ? name.substring(open + 1, name.length() - 1) + "." + name.substring(0, open) : name;
    }
}

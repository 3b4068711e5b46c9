package dev.lindy.project.status.merge;

import dev.lindy.project.status.StatusLine;
import dev.lindy.project.status.StatusOutline;
import dev.lindy.project.status.StatusPart;
import dev.lindy.project.status.StatusReader;
import dev.lindy.project.status.StatusText;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Merges two versions of a STATUS.md that come from a third: rows by their ids, cells of a row that both changed one by
 * one, values of Meta by the newest {@code last_updated}, bullets as sets, everything else as text. Which side is ours
 * makes no difference for the result.
 */
public final class StatusMerge {

    private static final String FIRST = "";

    private final Versions<StatusOutline> outlines;
    private final Conflicts conflicts = new Conflicts();

    private StatusMerge(Versions<StatusOutline> outlines) {
        this.outlines = outlines;
    }

    /** Merges contents of files; refused where one is larger than {@link StatusReader#MAX_BYTES} or no text. */
    public static MergedStatus of(byte[] base, byte[] ours, byte[] theirs) {
        for (byte[] file : List.of(base, ours, theirs)) {
            if (file.length > StatusReader.MAX_BYTES) {
                return new MergedStatus.Refused("a version is larger than " + StatusReader.MAX_BYTES / 1024 + " KiB");
            }
        }
        try {
            return of(StatusText.decode(base), StatusText.decode(ours), StatusText.decode(theirs));
        } catch (CharacterCodingException e) {
            return new MergedStatus.Refused("a version is not UTF-8 text");
        }
    }

    public static MergedStatus of(String base, String ours, String theirs) {
        Versions<String> texts = new Versions<>(base, ours, theirs);
        if (List.of(base, ours, theirs).stream().anyMatch(text -> text.indexOf('\0') >= 0)) {
            return new MergedStatus.Refused("a version is a binary file");
        }
        StatusMerge merge = new StatusMerge(texts.map(text -> StatusOutline.of(closed(text))));
        String text = merge.text();
        if (!merge.conflicts.found().isEmpty()) {
            return new MergedStatus.Conflicted(merge.conflicts.found());
        }
        boolean isClosed = changed(texts.map(StatusMerge::isClosed));
        return new MergedStatus.Merged(isClosed ? text : withoutEnd(text));
    }

    private String text() {
        SectionMerge sections = new SectionMerge(outlines, conflicts);
        List<String> lines = new ArrayList<>();
        if (outlines.map(StatusMerge::hasTwins).equals(new Versions<>(false, false, false))) {
            lines.addAll(sections.text(FIRST, outlines.map(StatusMerge::preamble)));
            OrderMerge.of(outlines.map(StatusMerge::titles)).forEach(title -> lines.addAll(sections.lines(title)));
        } else {
            lines.addAll(sections.text(FIRST, outlines.map(outline -> raw(outline.lines()))));
        }
        boolean isMarked = changed(outlines.map(StatusOutline::isMarked));
        return (isMarked ? StatusOutline.BYTE_ORDER_MARK : "") + String.join("", lines);
    }

    private static boolean hasTwins(StatusOutline outline) {
        Set<String> seen = new HashSet<>();
        return !titles(outline).stream().allMatch(seen::add);
    }

    private static List<String> titles(StatusOutline outline) {
        return outline.parts().stream()
                .map(part -> part.title().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static List<String> preamble(StatusOutline outline) {
        int end = outline.parts().stream()
                .findFirst()
                .map(StatusPart::heading)
                .orElse(outline.lines().size());
        return raw(outline.lines().subList(0, end));
    }

    private static List<String> raw(List<StatusLine> lines) {
        return lines.stream().map(StatusLine::raw).toList();
    }

    /** The value of the side that changed it. */
    private static boolean changed(Versions<Boolean> values) {
        return values.ours().equals(values.theirs()) ? values.ours() : !values.base();
    }

    private static boolean isClosed(String text) {
        return text.isEmpty() || text.endsWith("\n") || text.endsWith("\r");
    }

    // so that the last line is a line like all others
    private static String closed(String text) {
        return isClosed(text) ? text : text + (text.contains("\r\n") ? "\r\n" : "\n");
    }

    private static String withoutEnd(String text) {
        int end = text.length();
        if (text.endsWith("\r\n")) {
            return text.substring(0, end - 2);
        }
        return end > 0 && isClosed(text) ? text.substring(0, end - 1) : text;
    }
}

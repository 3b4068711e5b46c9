package dev.lindy.project.status;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.node.Block;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * The lines of a STATUS.md and the sections below its level-two headings. Nothing is lost: {@link #text} gives the text
 * back as it was, with byte order mark, mixed line ends and blanks.
 */
public final class StatusOutline {

    private static final Parser PARSER = Parser.builder()
            .enabledBlockTypes(Set.of(Heading.class, FencedCodeBlock.class, HtmlBlock.class, ListBlock.class))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            // only blocks matter, and inline parsing of hostile text takes seconds
            .inlineParserFactory(context -> (lines, node) -> {})
            .maxOpenBlockParsers(100)
            .build();

    public static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String mark;
    private final List<StatusLine> lines;
    private final List<StatusPart> parts;

    private StatusOutline(String mark, String text) {
        this.mark = mark;
        this.lines = List.copyOf(StatusLine.split(text));
        BitSet hidden = new BitSet();
        BitSet headings = new BitSet();
        mark(text, hidden, headings);
        this.parts = parts(hidden, headings);
    }

    public static StatusOutline of(String text) {
        boolean isMarked = text.startsWith(BYTE_ORDER_MARK);
        return new StatusOutline(isMarked ? BYTE_ORDER_MARK : "", isMarked ? text.substring(1) : text);
    }

    public List<StatusLine> lines() {
        return lines;
    }

    /** All sections in the order of the file, also those of unknown names. */
    public List<StatusPart> parts() {
        return parts;
    }

    /** The section of a title: one that is written exactly wins over one in another case, a later one over an earlier. */
    public Optional<StatusPart> part(String title) {
        return last(parts.stream().filter(part -> part.title().equals(title)))
                .or(() -> last(parts.stream().filter(part -> part.title().equalsIgnoreCase(title))));
    }

    /** The table lines of a section; none where there is no such section. */
    public StatusTable table(String title) {
        return part(title).map(this::table).orElse(StatusTable.NONE);
    }

    /** The table lines of one of the sections. */
    public StatusTable table(StatusPart part) {
        return StatusTable.of(lines, part);
    }

    /** Whether the text starts with a byte order mark. */
    public boolean isMarked() {
        return !mark.isEmpty();
    }

    /** The text as it was. */
    public String text() {
        return textOf(lines);
    }

    /** A text of other lines that starts as this one does. */
    public String textOf(List<StatusLine> others) {
        return mark + others.stream().map(StatusLine::raw).collect(Collectors.joining());
    }

    private static Optional<StatusPart> last(Stream<StatusPart> parts) {
        return parts.reduce((one, other) -> other);
    }

    private List<StatusPart> parts(BitSet hidden, BitSet headings) {
        List<StatusPart> found = new ArrayList<>();
        for (int start = headings.nextSetBit(0); start >= 0; ) {
            int next = headings.nextSetBit(start + 1);
            int end = next < 0 ? lines.size() : next;
            List<Integer> visible = new ArrayList<>();
            for (int i = start + 1; i < end; i++) {
                if (!hidden.get(i)) {
                    visible.add(i);
                }
            }
            found.add(new StatusPart(title(lines.get(start).text()), start, end, visible));
            start = next;
        }
        return List.copyOf(found);
    }

    // a node of the tree at a time: outside text may nest deeper than the stack
    private void mark(String text, BitSet hidden, BitSet headings) {
        Deque<Node> open = new ArrayDeque<>(List.of(PARSER.parse(text)));
        while (!open.isEmpty()) {
            Node node = open.pop();
            if (isHidden(node)) {
                node.getSourceSpans().forEach(span -> hidden.set(span.getLineIndex()));
            } else if (node instanceof Heading heading && heading.getLevel() == 2) {
                markHeading(heading, headings);
            }
            for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
                if (child instanceof Block) {
                    open.push(child);
                }
            }
        }
    }

    private static boolean isHidden(Node node) {
        return node instanceof FencedCodeBlock
                || (node instanceof HtmlBlock html
                        && html.getLiteral().stripLeading().startsWith("<!--"));
    }

    // underlined headings are none of ours: `---` below a line is common in hand-written files
    private void markHeading(Heading heading, BitSet headings) {
        for (SourceSpan span : heading.getSourceSpans()) {
            if (lines.get(span.getLineIndex()).text().strip().startsWith("##")) {
                headings.set(span.getLineIndex());
            }
        }
    }

    // no pattern: hostile lines make patterns with optional blanks slow
    private static String title(String line) {
        String title = line.strip().substring(2).strip();
        int end = title.length();
        while (end > 0 && title.charAt(end - 1) == '#') {
            end--;
        }
        boolean isClosed = end == 0 || Character.isWhitespace(title.charAt(end - 1));
        return isClosed ? title.substring(0, end).strip() : title;
    }
}

package dev.lindy.project.status;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * The lines below each level-two heading, without those in code fences and HTML comments. A heading that is written
 * exactly wins over one in another case, a later one over an earlier one.
 */
final class StatusSections {
    private static final Parser PARSER = Parser.builder()
            .enabledBlockTypes(Set.of(Heading.class, FencedCodeBlock.class, HtmlBlock.class, ListBlock.class))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            // only blocks matter, and inline parsing of hostile text takes seconds
            .inlineParserFactory(context -> (lines, node) -> {})
            .maxOpenBlockParsers(100)
            .build();

    private final Map<String, List<String>> sections = new LinkedHashMap<>();

    private StatusSections(String text) {
        String[] lines = text.split("\r\n|\r|\n", -1);
        BitSet hidden = new BitSet();
        BitSet headings = new BitSet();
        mark(text, lines, hidden, headings);
        List<String> current = new ArrayList<>();
        for (int i = 0; i < lines.length; i++) {
            if (headings.get(i)) {
                current = new ArrayList<>();
                sections.put(title(lines[i]), current);
            } else if (!hidden.get(i)) {
                current.add(lines[i].strip());
            }
        }
    }

    static StatusSections of(String text) {
        return new StatusSections(text);
    }

    /** The trimmed lines of a section, empty if there is none. */
    List<String> lines(String title) {
        List<String> exact = sections.get(title);
        if (exact != null) {
            return exact;
        }
        List<String> found = List.of();
        for (Map.Entry<String, List<String>> section : sections.entrySet()) {
            if (section.getKey().equalsIgnoreCase(title)) {
                found = section.getValue();
            }
        }
        return found;
    }

    // a node of the tree at a time: outside text may nest deeper than the stack
    private static void mark(String text, String[] lines, BitSet hidden, BitSet headings) {
        Deque<Node> open = new ArrayDeque<>(List.of(PARSER.parse(text)));
        while (!open.isEmpty()) {
            Node node = open.pop();
            if (isHidden(node)) {
                node.getSourceSpans().forEach(span -> hidden.set(span.getLineIndex()));
            } else if (node instanceof Heading heading && heading.getLevel() == 2) {
                markHeading(heading, lines, headings);
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
    private static void markHeading(Heading heading, String[] lines, BitSet headings) {
        for (SourceSpan span : heading.getSourceSpans()) {
            if (lines[span.getLineIndex()].strip().startsWith("##")) {
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

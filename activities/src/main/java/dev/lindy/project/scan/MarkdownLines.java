package dev.lindy.project.scan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.commonmark.node.Block;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * The lines of a Markdown file that say something, each with its heading; what is in code fences and HTML comments is
 * left out.
 */
record MarkdownLines(List<Line> lines) {

    private static final Parser PARSER = Parser.builder()
            .enabledBlockTypes(Set.of(Heading.class, FencedCodeBlock.class, HtmlBlock.class))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            // only blocks matter, and inline parsing of hostile text takes seconds
            .inlineParserFactory(context -> (lines, node) -> {})
            .maxOpenBlockParsers(100)
            .build();

    MarkdownLines {
        lines = List.copyOf(lines);
    }

    /**
     * One line.
     *
     * @param number from 1
     * @param section text of the heading above, in lower case; empty before the first
     */
    record Line(int number, String section, String text, boolean isHeading) {}

    static MarkdownLines of(String markdown) {
        String text = markdown.startsWith("\uFEFF") ? markdown.substring(1) : markdown;
        BitSet hidden = new BitSet();
        BitSet headings = new BitSet();
        mark(text, hidden, headings);
        List<Line> lines = new ArrayList<>();
        String section = "";
        int number = 0;
        for (String line : text.split("\r\n|\r|\n", -1)) {
            if (headings.get(number)) {
                section = line.replaceAll("^[\\s#]+|[\\s#]+$", "").toLowerCase(Locale.ROOT);
            }
            if (!hidden.get(number)) {
                lines.add(new Line(number + 1, section, line, headings.get(number)));
            }
            number++;
        }
        return new MarkdownLines(lines);
    }

    private static void mark(String text, BitSet hidden, BitSet headings) {
        Deque<Node> open = new ArrayDeque<>();
        open.push(PARSER.parse(text));
        while (!open.isEmpty()) {
            Node node = open.pop();
            if (node instanceof FencedCodeBlock || node instanceof HtmlBlock) {
                spans((Block) node, hidden);
            } else if (node instanceof Heading heading) {
                spans(heading, headings);
            }
            for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
                open.push(child);
            }
        }
    }

    private static void spans(Block block, BitSet lines) {
        for (SourceSpan span : block.getSourceSpans()) {
            lines.set(span.getLineIndex());
        }
    }

    /** Whether a section has a heading that contains one of the words, whatever their case. */
    boolean hasHeading(String... words) {
        return lines.stream().filter(Line::isHeading).anyMatch(line -> containsOne(line.section(), words));
    }

    static boolean containsOne(String text, String... words) {
        for (String word : words) {
            if (text.contains(word.toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }
}

package dev.lindy.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Reads YAML and JSON text. JSON is what a file named {@code .json} holds and what starts with a brace or a bracket;
 * the latter may also be YAML. Never throws: a text that is no document becomes a problem with its place.
 */
public final class DocumentReader {
    /** Longest text that is read, in characters. */
    public static final int MAX_CHARS = 8 * 1024 * 1024;

    /** Longest line of YAML: its scanner takes quadratic time for each line. */
    static final int MAX_YAML_LINE = 200_000;

    /** How the parser begins to say that a key is a list or mapping; it goes on with names of its classes. */
    private static final String NO_KEY = "Expected a field name";

    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxNestingDepth(TreeBuilder.MAX_DEPTH + 10)
            .maxStringLength(MAX_CHARS)
            .build();
    private static final JsonFactory JSON =
            JsonFactory.builder().streamReadConstraints(LIMITS).build();

    private DocumentReader() {}

    public static DocumentReading read(String text, String fileName) {
        if (text.length() > MAX_CHARS) {
            return failed(new DocumentProblem(
                    "the text is larger than 8 MB", Position.UNKNOWN, "a file for people is smaller than that"));
        }
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (fileName.endsWith(".json")) {
            return pass(JSON, plain);
        }
        if (!startsLikeJson(plain)) {
            return yaml(plain);
        }
        DocumentReading json = pass(JSON, plain);
        if (json.problem() == null) {
            return json;
        }
        DocumentReading yaml = yaml(plain);
        boolean isNamedYaml = fileName.endsWith(".yaml") || fileName.endsWith(".yml");
        return yaml.problem() == null || isNamedYaml ? yaml : json;
    }

    private static DocumentReading yaml(String text) {
        int number = 1;
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            if (end - start > MAX_YAML_LINE) {
                return longLine(number);
            }
            start = end + 1;
            number++;
        }
        return text.length() - start > MAX_YAML_LINE ? longLine(number) : pass(yaml(), text);
    }

    private static DocumentReading longLine(int number) {
        return failed(new DocumentProblem(
                "the line is longer than " + MAX_YAML_LINE + " characters",
                new Position(number, 1),
                "write it as JSON"));
    }

    private static boolean startsLikeJson(String text) {
        String start = text.stripLeading();
        return start.startsWith("{") || start.startsWith("[");
    }

    // LoaderOptions can be changed, so each factory gets its own
    private static YAMLFactory yaml() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MAX_CHARS);
        options.setNestingDepthLimit(TreeBuilder.MAX_DEPTH);
        return new AnchoringYamlFactory(YAMLFactory.builder()
                .loaderOptions(options)
                .streamReadConstraints(LIMITS)
                .enable(YAMLParser.Feature.EMPTY_STRING_AS_NULL)
                .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS));
    }

    private static DocumentReading pass(JsonFactory factory, String text) {
        try (JsonParser parser = factory.createParser(text)) {
            return new DocumentReading(new TreeBuilder(parser).build(), null);
        } catch (TreeBuilder.NotADocument e) {
            return failed(e.problem());
        } catch (JsonProcessingException e) {
            return failed(problem(e));
        } catch (IOException e) {
            // a parser of a string does no I/O
            throw new IllegalStateException("Unexpected failure while parsing a string", e);
        }
    }

    private static DocumentReading failed(DocumentProblem problem) {
        return new DocumentReading(null, problem);
    }

    private static DocumentProblem problem(JsonProcessingException e) {
        if (e.getCause() instanceof MarkedYAMLException yaml && yaml.getProblemMark() != null) {
            return problem(yaml);
        }
        JsonLocation location = e.getLocation();
        Position position = location == null
                ? Position.UNKNOWN
                : new Position(Math.max(location.getLineNr(), 0), Math.max(location.getColumnNr(), 0));
        String message = firstLine(e.getOriginalMessage());
        return new DocumentProblem(
                "syntax error: " + (message.startsWith(NO_KEY) ? "a key must be a plain text" : message),
                position,
                null);
    }

    private static DocumentProblem problem(MarkedYAMLException e) {
        Mark mark = e.getProblemMark();
        String problem = firstLine(e.getProblem());
        boolean isTab = problem.contains("'\\t'") || problem.contains("\\t(TAB)");
        return new DocumentProblem(
                "syntax error: " + problem,
                new Position(mark.getLine() + 1, mark.getColumn() + 1),
                isTab ? "indent with spaces; YAML allows no tabs there" : null);
    }

    private static String firstLine(@Nullable String message) {
        if (message == null) {
            return "the text cannot be read";
        }
        String line = message.strip().lines().findFirst().orElse("the text cannot be read");
        return line.length() > 200 ? line.substring(0, 200) + "…" : line;
    }
}

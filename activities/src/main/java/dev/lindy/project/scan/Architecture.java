package dev.lindy.project.scan;

import dev.lindy.project.scan.MarkdownLines.Line;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What ARCHITECTURE.md declares: the modules of all sections but the layers', and the layers of the section {@code
 * Layer Structure} alone, because the lines of the topology look the same and name technologies. Who may need whom is in
 * the section {@code Dependency Direction}.
 */
public record Architecture(List<DeclaredModule> modules, List<DeclaredLayers> layers, List<Direction> directions) {

    /** Where the original's versions keep the document, seen from the project's root. */
    public static final List<String> PATHS = List.of("ARCHITECTURE.md", ".orchestrator/architecture.md");

    /** {@code - **api/** (`services/api/`) → Python}; the folder may be left out. */
    private static final Pattern ITEM =
            Pattern.compile("\\s*[-*+]\\s+\\*\\*([\\w.@-]+(?:/[\\w.@-]+)*)/?\\*\\*:?\\s*(?:\\(`([^`]+)`\\))?(.*)");

    /** {@code - api → shared via library (…)}. */
    private static final Pattern DIRECTION =
            Pattern.compile("\\s*[-*+]\\s+[`*]*([\\w.@-]+(?:/[\\w.@-]+)*)/?[`*]*\\s*(?:→|->)\\s*"
                    + "[`*]*([\\w.@-]+(?:/[\\w.@-]+)*)/?[`*]*(?:\\s.*)?");

    private static final String DIRECTIONS = "dependency direction";
    private static final String TOPOLOGY = "module topology";
    private static final String LAYERS = "layer structure";

    public Architecture {
        modules = List.copyOf(modules);
        layers = List.copyOf(layers);
        directions = List.copyOf(directions);
    }

    /** One module may need another. */
    public record Direction(String from, String to) {}

    /**
     * A module as the document names it.
     *
     * @param folder as written, or null where it is not said
     */
    public record DeclaredModule(String name, @Nullable String folder, int line) {}

    /**
     * The layers of a module, innermost first.
     *
     * @param layers in lower case, in the order of the file
     */
    public record DeclaredLayers(String module, List<String> layers, int line) {
        public DeclaredLayers {
            layers = List.copyOf(layers);
        }
    }

    /** A document that declares nothing. */
    public static Architecture none() {
        return new Architecture(List.of(), List.of(), List.of());
    }

    /** What the text of the document declares. */
    public static Architecture of(String markdown) {
        MarkdownLines document = MarkdownLines.of(markdown);
        boolean hasTopology = document.hasHeading(TOPOLOGY);
        List<DeclaredModule> modules = new ArrayList<>();
        List<DeclaredLayers> layers = new ArrayList<>();
        List<Direction> directions = new ArrayList<>();
        for (Line line : document.lines()) {
            Matcher direction = DIRECTION.matcher(line.text());
            if (!line.isHeading() && line.section().contains(DIRECTIONS) && direction.matches()) {
                directions.add(new Direction(direction.group(1), direction.group(2)));
            }
            Matcher item = ITEM.matcher(line.text());
            if (line.isHeading() || !item.matches()) {
                continue;
            }
            if (line.section().contains(LAYERS)) {
                layers.add(new DeclaredLayers(item.group(1), names(item.group(3)), line.number()));
            } else if (!hasTopology || line.section().contains(TOPOLOGY)) {
                modules.add(new DeclaredModule(item.group(1), item.group(2), line.number()));
            }
        }
        return new Architecture(modules, layers, directions);
    }

    private static List<String> names(String text) {
        return Arrays.stream(text.split("→|->|,"))
                .map(name -> name.replaceAll("[`*]", "").strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** The layers of a module that has at least two, innermost first; empty where it has none. */
    public List<String> layersOf(String module) {
        return layers.stream()
                .filter(declared ->
                        declared.module().equals(module) && declared.layers().size() > 1)
                .findFirst()
                .map(DeclaredLayers::layers)
                .orElse(List.of());
    }

    /** Whether one module is said to need the other. */
    public boolean allows(String from, String to) {
        return directions.contains(new Direction(from, to));
    }
}

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
 * Layer Structure} alone, because the lines of the topology look the same and name technologies.
 */
record Architecture(List<DeclaredModule> modules, List<DeclaredLayers> layers) {

    /** {@code - **api/** (`services/api/`) → Python}; the folder may be left out. */
    private static final Pattern ITEM =
            Pattern.compile("\\s*[-*+]\\s+\\*\\*([\\w.@-]+(?:/[\\w.@-]+)*)/?\\*\\*:?\\s*(?:\\(`([^`]+)`\\))?(.*)");

    private static final String TOPOLOGY = "module topology";
    private static final String LAYERS = "layer structure";

    Architecture {
        modules = List.copyOf(modules);
        layers = List.copyOf(layers);
    }

    /** @param folder as written, or null where it is not said */
    record DeclaredModule(String name, @Nullable String folder, int line) {}

    /** @param layers in lower case, in the order of the file */
    record DeclaredLayers(String module, List<String> layers, int line) {
        DeclaredLayers {
            layers = List.copyOf(layers);
        }
    }

    static Architecture of(String markdown) {
        MarkdownLines document = MarkdownLines.of(markdown);
        boolean hasTopology = document.hasHeading(TOPOLOGY);
        List<DeclaredModule> modules = new ArrayList<>();
        List<DeclaredLayers> layers = new ArrayList<>();
        for (Line line : document.lines()) {
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
        return new Architecture(modules, layers);
    }

    private static List<String> names(String text) {
        return Arrays.stream(text.split("→|->|,"))
                .map(name -> name.replaceAll("[`*]", "").strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .toList();
    }
}

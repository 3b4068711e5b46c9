package dev.lindy.activities.gate.shape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The layers of one module.
 *
 * @param folder of the module, empty for the project's
 * @param layers in lower case, innermost first: each may import those before it
 */
record Layering(String folder, List<String> layers) {

    /** What stands in such a folder serves all layers. */
    private static final Set<String> SHARED = Set.of("utils", "shared", "common", "lib", "helpers", "core");

    private static final String JVM_SOURCES = "^(?:.*/)?src/[^/]+/(?:java|kotlin|scala|groovy)/";

    Layering {
        layers = List.copyOf(layers);
    }

    /**
     * The place of a path among the layers: of the first of its folders that is named as one, else of its own name.
     *
     * @return the index of the layer, or empty for none
     */
    Optional<Integer> layerOf(String path, boolean isFolder) {
        List<String> folders = parts(path);
        String name = "";
        if (!isFolder && !folders.isEmpty()) {
            name = folders.remove(folders.size() - 1).replaceAll("(?<=.)\\..*$", "");
        }
        if (isShared(folders)) {
            return Optional.empty();
        }
        folders.add(name);
        return folders.stream().map(layers::indexOf).filter(index -> index >= 0).findFirst();
    }

    /** Whether a file belongs to no layer because its own folder is for all. */
    boolean isShared(String file) {
        List<String> folders = parts(file);
        folders.remove(folders.size() - 1);
        return isShared(folders);
    }

    private boolean isShared(List<String> folders) {
        String own = folders.isEmpty() ? "" : folders.get(folders.size() - 1);
        return SHARED.contains(own) && !layers.contains(own);
    }

    private List<String> parts(String path) {
        String inside = folder.isEmpty() ? path : path.substring(Math.min(path.length(), folder.length() + 1));
        return new ArrayList<>(Arrays.asList(
                inside.replaceFirst(JVM_SOURCES, "").toLowerCase(Locale.ROOT).split("/", -1)));
    }

    String name(int index) {
        return layers.get(index);
    }

    String order() {
        return String.join(" → ", layers);
    }
}

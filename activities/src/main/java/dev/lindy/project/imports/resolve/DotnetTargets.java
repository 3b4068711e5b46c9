package dev.lindy.project.imports.resolve;

import dev.lindy.project.imports.Import;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Namespaces that follow the folders of a project file: {@code Shop.Api.Services} is below {@code Shop.Api.csproj}. */
final class DotnetTargets implements Targets {

    private final SourceIndex files;
    private final Map<String, String> folders = new TreeMap<>();

    DotnetTargets(SourceIndex files) {
        this.files = files;
        for (String path : files.files()) {
            if (path.endsWith(".csproj") || path.endsWith(".fsproj")) {
                String name = SourceIndex.name(path);
                folders.put(name.substring(0, name.lastIndexOf('.')), SourceIndex.folder(path));
            }
        }
    }

    @Override
    public List<String> of(String file, Import imported) {
        String target = imported.target();
        for (String namespace = target; !namespace.isEmpty(); namespace = outer(namespace)) {
            String folder = folders.get(namespace);
            if (folder != null) {
                return List.of(longest(folder, target.substring(namespace.length())));
            }
        }
        return List.of();
    }

    private String longest(String folder, String rest) {
        String place = folder;
        for (String part : rest.split("\\.", -1)) {
            String next = SourceIndex.child(place, part);
            if (!files.hasFolder(next)) {
                return files.hasFile(next + ".cs") ? next + ".cs" : place;
            }
            place = next;
        }
        return place;
    }

    private static String outer(String namespace) {
        int dot = namespace.lastIndexOf('.');
        return dot < 0 ? "" : namespace.substring(0, dot);
    }
}

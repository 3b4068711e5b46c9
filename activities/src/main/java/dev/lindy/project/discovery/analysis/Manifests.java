package dev.lindy.project.discovery.analysis;

import dev.lindy.project.discovery.ecosystem.Ecosystems;
import dev.lindy.project.discovery.manifest.Ecosystem;
import dev.lindy.project.discovery.manifest.Manifest;
import dev.lindy.project.discovery.manifest.Workspace;
import dev.lindy.project.discovery.tree.Folder;
import dev.lindy.project.discovery.tree.SourceTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All manifests of a project, and which of them a workspace ties together. */
final class Manifests {

    private final Map<String, List<Manifest>> byFolder = new LinkedHashMap<>();
    private final Map<String, Folder> workspaces = new HashMap<>();

    Manifests(SourceTree tree) {
        List<Ecosystem> ecosystems = Ecosystems.all();
        for (Folder folder : tree.folders()) {
            List<Manifest> here = new ArrayList<>();
            ecosystems.forEach(ecosystem -> ecosystem.read(folder, tree).ifPresent(here::add));
            if (!here.isEmpty()) {
                byFolder.put(folder.path(), List.copyOf(here));
            }
        }
        for (Folder folder : tree.folders()) {
            in(folder.path()).forEach(manifest -> tie(folder, manifest));
        }
    }

    List<Manifest> in(String folder) {
        return byFolder.getOrDefault(folder, List.of());
    }

    /** Whether a workspace says that the folder belongs to it. */
    boolean isMember(String folder) {
        return in(folder).stream().anyMatch(manifest -> workspaces.containsKey(key(manifest.ecosystem(), folder)));
    }

    /** The folder of the outermost workspace that a manifest belongs to, or null. */
    @Nullable
    Folder workspace(Manifest manifest, String folder) {
        Folder top = null;
        Set<String> seen = new HashSet<>();
        String path = folder;
        while (seen.add(path)) {
            Folder above = workspaces.get(key(manifest.ecosystem(), path));
            if (above == null) {
                return top;
            }
            top = above;
            path = above.path();
        }
        return top;
    }

    private void tie(Folder folder, Manifest manifest) {
        Workspace workspace = manifest.workspace();
        if (workspace.isEmpty()) {
            return;
        }
        String prefix = folder.path().isEmpty() ? "" : folder.path() + "/";
        for (String path : byFolder.keySet()) {
            boolean isBelow = path.startsWith(prefix) && path.length() > prefix.length();
            if (isBelow && workspace.covers(path.substring(prefix.length())) && speaks(path, manifest.ecosystem())) {
                workspaces.putIfAbsent(key(manifest.ecosystem(), path), folder);
            }
        }
    }

    private boolean speaks(String folder, String ecosystem) {
        return in(folder).stream().anyMatch(manifest -> manifest.ecosystem().equals(ecosystem));
    }

    private static String key(String ecosystem, String folder) {
        return ecosystem + ":" + folder;
    }
}

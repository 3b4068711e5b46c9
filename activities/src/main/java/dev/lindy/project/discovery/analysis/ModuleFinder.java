package dev.lindy.project.discovery.analysis;

import dev.lindy.project.discovery.manifest.Manifest;
import dev.lindy.project.discovery.tree.Folder;
import dev.lindy.project.discovery.tree.SourceTree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells which folders are modules: members of a workspace wherever they are; else folders with a manifest, a source
 * folder or a repository of their own near the root; and the root itself where it builds something.
 */
final class ModuleFinder {

    private static final Set<String> ILLUSTRATIONS = Set.of(
            "example",
            "examples",
            "sample",
            "samples",
            "fixture",
            "fixtures",
            "testdata",
            "template",
            "templates",
            "test",
            "tests",
            "__tests__",
            "third_party");

    /** Folders whose presence shows that a folder with a manifest has sources of its own. */
    private static final Set<String> SOURCES = Set.of("src", "lib", "app", "test", "tests", "spec", "cmd", "internal");

    private static final Set<String> SOURCE_ENDINGS = Set.of(
            "py", "js", "ts", "tsx", "go", "rs", "java", "kt", "rb", "php", "ex", "exs", "swift", "dart", "c", "cc",
            "cpp", "cs");

    private final SourceTree tree;
    private final Manifests manifests;
    private final int levels;

    /** @param depth how many levels below the top folders are looked at, from 0 */
    ModuleFinder(SourceTree tree, Manifests manifests, int depth) {
        this.tree = tree;
        this.manifests = manifests;
        this.levels = depth + 1;
    }

    /** The root first, then sorted by path. */
    List<Folder> find() {
        List<Folder> found = new ArrayList<>();
        for (Folder folder : tree.folders()) {
            if (folder.level() > 0 && isModule(folder, found)) {
                found.add(folder);
            }
        }
        addSourceFolders(found);
        found.sort(Comparator.comparing(Folder::path));
        if (isRootModule(found)) {
            found.add(0, tree.top());
        }
        return found;
    }

    private boolean isModule(Folder folder, List<Folder> outer) {
        List<Manifest> own = manifests.in(folder.path());
        boolean builds = own.stream().anyMatch(manifest -> !manifest.isBare());
        if (builds && manifests.isMember(folder.path())) {
            return true;
        }
        if (folder.level() > levels || isIllustration(folder)) {
            return false;
        }
        return folder.isRepository() || (builds && isNews(own, folder, outer));
    }

    /** A manifest inside of another module says something new where it speaks another language. */
    private boolean isNews(List<Manifest> own, Folder folder, List<Folder> outer) {
        Optional<Folder> around = outer.stream()
                .filter(module -> folder.path().startsWith(module.path() + "/"))
                .reduce((first, second) -> second);
        if (around.isEmpty()) {
            return true;
        }
        List<String> known = manifests.in(around.get().path()).stream()
                .map(Manifest::ecosystem)
                .toList();
        return own.stream()
                .anyMatch(manifest -> !manifest.ecosystem().equals("make")
                        && !manifest.isBare()
                        && !known.contains(manifest.ecosystem()));
    }

    private static boolean isIllustration(Folder folder) {
        return folder.level() > 1 && Arrays.stream(folder.path().split("/", -1)).anyMatch(ILLUSTRATIONS::contains);
    }

    /** Top folders without a manifest that hold a {@code src} folder and no module. */
    private void addSourceFolders(List<Folder> found) {
        for (Folder folder : tree.folders()) {
            boolean isTaken = found.stream()
                    .anyMatch(module -> module.equals(folder) || module.path().startsWith(folder.path() + "/"));
            if (folder.level() == 1
                    && folder.folders().contains("src")
                    && !isTaken
                    && manifests.in(folder.path()).isEmpty()) {
                found.add(folder);
            }
        }
    }

    private boolean isRootModule(List<Folder> found) {
        Folder top = tree.top();
        boolean builds = manifests.in("").stream().anyMatch(manifest -> !manifest.isBare());
        if (found.isEmpty()) {
            return builds || top.folders().contains("src") || !manifests.in("").isEmpty();
        }
        boolean isTool = manifests.in("").stream()
                .allMatch(manifest -> manifest.isBare() || manifest.ecosystem().equals("make"));
        return builds && !isTool && (hasOwnFolder(top, found) || hasOwnFile(top));
    }

    private static boolean hasOwnFolder(Folder top, List<Folder> found) {
        return top.folders().stream()
                .filter(SOURCES::contains)
                .anyMatch(name -> found.stream()
                        .noneMatch(module ->
                                module.path().equals(name) || module.path().startsWith(name + "/")));
    }

    // a build or settings script is not what a module is for
    private static boolean hasOwnFile(Folder top) {
        return top.files().stream()
                .filter(name -> !name.contains(".config.") && !name.equals("setup.py"))
                .anyMatch(name -> SOURCE_ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1)));
    }
}

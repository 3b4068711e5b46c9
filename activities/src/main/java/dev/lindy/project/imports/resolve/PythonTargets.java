package dev.lindy.project.imports.resolve;

import dev.lindy.project.imports.Import;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Python modules: below the package's root first, then below the folders around the file, the nearest first. */
final class PythonTargets implements Targets {

    private final SourceIndex files;

    PythonTargets(SourceIndex files) {
        this.files = files;
    }

    @Override
    public List<String> of(String file, Import imported) {
        String target = imported.target();
        Optional<String> base = target.startsWith(".") ? relative(file, target) : absolute(file, target);
        if (base.isEmpty()) {
            return List.of();
        }
        List<String> found = new ArrayList<>();
        for (String name : imported.names()) {
            found.add(module(SourceIndex.child(base.get(), name)).orElse(base.get()));
        }
        return found.isEmpty() ? List.of(base.get()) : found.stream().distinct().toList();
    }

    private Optional<String> relative(String file, String target) {
        int dots = 0;
        while (dots < target.length() && target.charAt(dots) == '.') {
            dots++;
        }
        String folder = SourceIndex.folder(file);
        for (int up = 1; up < dots; up++) {
            if (folder.isEmpty()) {
                return Optional.empty();
            }
            folder = SourceIndex.folder(folder);
        }
        return longest(folder, target.substring(dots));
    }

    private Optional<String> absolute(String file, String target) {
        String first = target.split("\\.", 2)[0];
        for (String root : roots(file)) {
            if (module(SourceIndex.child(root, first)).isPresent()) {
                return longest(root, target);
            }
        }
        return Optional.empty();
    }

    private Set<String> roots(String file) {
        Set<String> roots = new LinkedHashSet<>();
        String packageRoot = SourceIndex.folder(file);
        while (files.hasFile(SourceIndex.child(packageRoot, "__init__.py")) && !packageRoot.isEmpty()) {
            packageRoot = SourceIndex.folder(packageRoot);
        }
        roots.add(packageRoot);
        for (String folder = SourceIndex.folder(file); ; folder = SourceIndex.folder(folder)) {
            roots.add(folder);
            roots.add(SourceIndex.child(folder, "src"));
            if (folder.isEmpty()) {
                return roots;
            }
        }
    }

    /** As much of the dotted name as is there. */
    private Optional<String> longest(String root, String dotted) {
        String place = root;
        for (String part : dotted.isEmpty() ? new String[0] : dotted.split("\\.", -1)) {
            Optional<String> next = module(SourceIndex.child(place, part));
            if (next.isEmpty()) {
                break;
            }
            place = next.get();
        }
        return Optional.of(place);
    }

    private Optional<String> module(String path) {
        if (files.hasFolder(path)) {
            return Optional.of(path);
        }
        return files.hasFile(path + ".py") ? Optional.of(path + ".py") : Optional.empty();
    }
}

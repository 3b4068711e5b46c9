package dev.lindy.project.imports.resolve;

import dev.lindy.project.imports.Import;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Modules of the own crate: {@code crate::}, {@code super::} and {@code self::}. */
final class RustTargets implements Targets {

    private final SourceIndex files;

    RustTargets(SourceIndex files) {
        this.files = files;
    }

    @Override
    public List<String> of(String file, Import imported) {
        List<String> parts = new ArrayList<>(Arrays.asList(imported.target().split("::", -1)));
        Optional<String> start = start(file, parts);
        if (start.isEmpty()) {
            return List.of();
        }
        String place = start.get();
        for (String part : parts) {
            String next = SourceIndex.child(place, part);
            if (files.hasFolder(next)) {
                place = next;
            } else {
                place = files.hasFile(next + ".rs") ? next + ".rs" : place;
                break;
            }
        }
        return List.of(place);
    }

    /** The folder of the module where the path starts; takes the words that say so. */
    private Optional<String> start(String file, List<String> parts) {
        if (parts.get(0).equals("crate")) {
            parts.remove(0);
            return files.above(file, "Cargo.toml")
                    .map(manifest -> SourceIndex.child(SourceIndex.folder(manifest), "src"));
        }
        boolean isHere = parts.get(0).equals("self");
        boolean isAbove = parts.get(0).equals("super");
        if (!isHere && !isAbove) {
            return Optional.empty();
        }
        String folder = own(file);
        while (!parts.isEmpty() && (parts.get(0).equals("self") || parts.get(0).equals("super"))) {
            folder = parts.remove(0).equals("super") ? SourceIndex.folder(folder) : folder;
        }
        return Optional.of(folder);
    }

    /** The folder of the file's own module: {@code a/b.rs} is {@code a/b}, {@code a/mod.rs} is {@code a}. */
    private static String own(String file) {
        String name = SourceIndex.name(file);
        boolean isFolder = name.equals("mod.rs") || name.equals("lib.rs") || name.equals("main.rs");
        return isFolder ? SourceIndex.folder(file) : file.replaceAll("\\.rs$", "");
    }
}

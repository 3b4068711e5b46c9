package dev.lindy.project.discovery.coupling;

import dev.lindy.project.discovery.manifest.DetectedModule;
import dev.lindy.project.discovery.tree.Folder;
import dev.lindy.project.discovery.tree.Place;
import dev.lindy.project.discovery.tree.SourceTree;
import dev.lindy.project.imports.Import;
import dev.lindy.project.imports.SourceLanguage;
import java.util.Optional;

/** Source files import what another module holds. Files past the bounds are left out. */
final class ImportCoupling {

    /** Larger files are generated, in bytes. */
    private static final int MAX_FILE = 256 << 10;

    /** Most files that are read. */
    private static final int MAX_FILES = 20_000;

    /** Most text that is read in all, in characters. */
    private static final long MAX_TOTAL = 64L << 20;

    private final SourceTree tree;
    private final ModuleMap modules;
    private final ImportTargets targets;
    private int files;
    private long total;

    ImportCoupling(SourceTree tree, ModuleMap modules) {
        this.tree = tree;
        this.modules = modules;
        this.targets = new ImportTargets(tree, modules);
    }

    void collect(Hits hits) {
        for (Folder folder : tree.folders()) {
            Optional<DetectedModule> owner = modules.owner(folder.path());
            if (owner.isPresent()) {
                for (String file : folder.files()) {
                    SourceLanguage.of(file).ifPresent(language -> scan(folder, file, language, owner.get(), hits));
                }
            }
        }
    }

    private void scan(Folder folder, String file, SourceLanguage language, DetectedModule owner, Hits hits) {
        if (files >= MAX_FILES || total >= MAX_TOTAL) {
            return;
        }
        files++;
        String path = folder.child(file);
        String text = tree.text(path, MAX_FILE).orElse("");
        total += text.length();
        for (Import imported : language.imports(text)) {
            hit(imported, new Place(path, imported.line()), folder, language, owner, hits);
        }
    }

    private void hit(
            Import imported, Place place, Folder folder, SourceLanguage language, DetectedModule owner, Hits hits) {
        String name = ImportTargets.name(language, imported.target());
        targets.of(language, name, folder)
                .ifPresent(target ->
                        hits.add(owner, target, Interface.LIBRARY, "imports in sources", new Evidence(place, name)));
    }
}

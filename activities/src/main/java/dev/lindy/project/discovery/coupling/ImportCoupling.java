package dev.lindy.project.discovery.coupling;

import dev.lindy.project.discovery.manifest.DetectedModule;
import dev.lindy.project.discovery.tree.Folder;
import dev.lindy.project.discovery.tree.Place;
import dev.lindy.project.discovery.tree.SourceTree;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;

/** Source files import what another module holds. Files past the bounds are left out. */
final class ImportCoupling {

    /** Larger files are generated, in bytes. */
    private static final int MAX_FILE = 256 << 10;

    /** Most files that are read. */
    private static final int MAX_FILES = 20_000;

    /** Most text that is read in all, in characters. */
    private static final long MAX_TOTAL = 64L << 20;

    /** Longer lines are no imports, in characters. */
    private static final int MAX_LINE = 400;

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
                    Language.of(file).ifPresent(language -> scan(folder, file, language, owner.get(), hits));
                }
            }
        }
    }

    private void scan(Folder folder, String file, Language language, DetectedModule owner, Hits hits) {
        if (files >= MAX_FILES || total >= MAX_TOTAL) {
            return;
        }
        files++;
        String path = folder.child(file);
        String text = tree.text(path, MAX_FILE).orElse("");
        total += text.length();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.length() <= MAX_LINE && couldImport(line, language)) {
                Matcher matcher = language.pattern().matcher(line);
                while (matcher.find()) {
                    hit(matcher.group(1), new Place(path, i + 1), folder, language, owner, hits);
                }
            }
        }
    }

    /** Most lines import nothing, and a look for a word is cheaper than the pattern. */
    private static boolean couldImport(String line, Language language) {
        return switch (language) {
            case PYTHON, JVM, DART -> line.contains("import");
            case SCRIPT -> line.indexOf('"') >= 0 || line.indexOf('\'') >= 0;
            case GO -> line.indexOf('"') >= 0;
            case RUST -> line.contains("use ") || line.contains("extern");
            case DOTNET -> line.contains("using ") || line.contains("open ");
        };
    }

    private void hit(String imported, Place place, Folder folder, Language language, DetectedModule owner, Hits hits) {
        targets.of(language, imported, folder)
                .ifPresent(target -> hits.add(
                        owner, target, Interface.LIBRARY, "imports in sources", new Evidence(place, imported)));
    }
}

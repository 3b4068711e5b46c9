package dev.lindy.activities.gate.shape;

import dev.lindy.project.imports.Import;
import dev.lindy.project.imports.SourceLanguage;
import dev.lindy.project.imports.resolve.ImportTargets;
import dev.lindy.project.scan.Architecture;
import dev.lindy.project.scan.SourceKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A source of one layer imports nothing of a layer after it, in the order that ARCHITECTURE.md declares. */
public final class LayerRules {

    static final String RULE = "layer_check";

    private final ModuleFolders modules;
    private final ImportTargets targets;
    private final Architecture architecture;

    public LayerRules(ModuleFolders modules, ImportTargets targets, Architecture architecture) {
        this.modules = modules;
        this.targets = targets;
        this.architecture = architecture;
    }

    public List<ShapeFinding> violations(List<ChangedSource> sources) {
        List<ShapeFinding> found = new ArrayList<>();
        for (ChangedSource source : sources) {
            SourceLanguage language = source.language();
            Optional<Layering> layering = layering(source.path());
            if (language != null && layering.isPresent() && !isTest(source.path())) {
                layering.get()
                        .layerOf(source.path(), false)
                        .ifPresent(layer -> check(source, language, layering.get(), layer, found));
            }
        }
        return found;
    }

    private void check(
            ChangedSource source, SourceLanguage language, Layering layering, int layer, List<ShapeFinding> found) {
        for (Import imported : source.newImports()) {
            targets.of(language, source.path(), imported).stream()
                    .filter(target -> ModuleFolders.holds(layering.folder(), target))
                    .flatMap(target -> layering.layerOf(target, targets.isFolder(target)).stream())
                    .filter(other -> other > layer)
                    .findFirst()
                    .ifPresent(other -> found.add(finding(source, imported, layering, layer, other)));
        }
    }

    private static ShapeFinding finding(
            ChangedSource source, Import imported, Layering layering, int layer, int other) {
        return new ShapeFinding(
                source.path(),
                imported.line(),
                RULE,
                "layer `%s` imports `%s` of layer `%s`, which is above it (%s)"
                        .formatted(layering.name(layer), imported.target(), layering.name(other), layering.order()),
                "turn the dependency round, or move the code");
    }

    /** New sources that belong to no layer. */
    public List<ShapeFinding> unknown(List<ChangedSource> sources) {
        List<ShapeFinding> found = new ArrayList<>();
        for (ChangedSource source : sources) {
            layering(source.path())
                    .filter(layering -> source.isNew()
                            && source.language() != null
                            && !isTest(source.path())
                            && !source.path().endsWith("__init__.py")
                            && !layering.isShared(source.path())
                            && layering.layerOf(source.path(), false).isEmpty())
                    .ifPresent(layering -> found.add(new ShapeFinding(
                            source.path(),
                            1,
                            RULE,
                            "the new file belongs to none of the layers " + layering.order(),
                            "put it into the folder of one")));
        }
        return found;
    }

    private Optional<Layering> layering(String path) {
        return modules.owner(path)
                .map(module -> new Layering(module.folder(), architecture.layersOf(module.name())))
                .filter(layering -> !layering.layers().isEmpty());
    }

    private static boolean isTest(String path) {
        String[] parts = path.split("/", -1);
        return SourceKind.isTestFile(parts[parts.length - 1])
                || Arrays.stream(parts).limit(parts.length - 1L).anyMatch(SourceKind::isTestFolder);
    }
}

package dev.lindy.activities.gate.shape;

import dev.lindy.project.config.ModuleConfig;
import dev.lindy.project.imports.Import;
import dev.lindy.project.imports.SourceLanguage;
import dev.lindy.project.imports.resolve.ImportTargets;
import dev.lindy.project.scan.Architecture;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sources of one module import no files of another configured one, unless ARCHITECTURE.md says that it needs it. Where a
 * build tool keeps modules apart it sees to that itself.
 */
public final class ImportBoundary {

    static final String RULE = "import_boundary";

    private final ModuleFolders modules;
    private final ImportTargets targets;
    private final Architecture architecture;

    public ImportBoundary(ModuleFolders modules, ImportTargets targets, Architecture architecture) {
        this.modules = modules;
        this.targets = targets;
        this.architecture = architecture;
    }

    public List<ShapeFinding> violations(List<ChangedSource> sources) {
        List<ShapeFinding> found = new ArrayList<>();
        for (ChangedSource source : sources) {
            SourceLanguage language = source.language();
            Optional<ModuleConfig> own = modules.owner(source.path());
            if (language != null && own.isPresent()) {
                for (Import imported : source.newImports()) {
                    foreign(language, source, imported, own.get())
                            .ifPresent(other -> found.add(finding(source, imported, own.get(), other)));
                }
            }
        }
        return found;
    }

    private Optional<ModuleConfig> foreign(
            SourceLanguage language, ChangedSource source, Import imported, ModuleConfig own) {
        return targets.of(language, source.path(), imported).stream()
                .filter(target -> !targets.isKeptApartByBuild(language, source.path(), target))
                .flatMap(target -> modules.owner(target).stream())
                .filter(other -> isForeign(own, other) && !architecture.allows(own.name(), other.name()))
                .findFirst();
    }

    /** A module inside of another one is no stranger to it. */
    private static boolean isForeign(ModuleConfig own, ModuleConfig other) {
        return !ModuleFolders.holds(own.folder(), other.folder()) && !ModuleFolders.holds(other.folder(), own.folder());
    }

    private static ShapeFinding finding(ChangedSource source, Import imported, ModuleConfig own, ModuleConfig other) {
        return new ShapeFinding(
                source.path(),
                imported.line(),
                RULE,
                "module `%s` imports `%s` of module `%s`".formatted(own.name(), imported.target(), other.name()),
                "go through its interface, or file a request in STATUS.md");
    }
}

package dev.lindy.project.scan;

import dev.lindy.project.config.ModuleConfig;
import dev.lindy.project.file.ProjectFiles;
import dev.lindy.project.scan.Architecture.DeclaredLayers;
import dev.lindy.project.scan.Architecture.DeclaredModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** ARCHITECTURE.md against modules and folders. */
final class ArchitectureRules {

    private final ProjectFiles files;
    private final List<ModuleConfig> modules;
    private final SourceTree tree;
    private final List<ScanFinding> found = new ArrayList<>();

    ArchitectureRules(ProjectFiles files, List<ModuleConfig> modules, SourceTree tree) {
        this.files = files;
        this.modules = modules;
        this.tree = tree;
    }

    List<ScanFinding> look() {
        DocumentFile file = DocumentFile.find(files, Architecture.PATHS);
        if (file instanceof DocumentFile.Missing missing) {
            add(Severity.WARNING, "ARCHITECTURE.md not found", missing.path(), 0, "make it with `lindy onboard`", null);
        } else if (file instanceof DocumentFile.Unreadable unreadable) {
            String description = "ARCHITECTURE.md cannot be read: " + unreadable.reason();
            add(Severity.WARNING, description, unreadable.path(), 0, "make it a UTF-8 text file of the project", null);
        } else if (file instanceof DocumentFile.Present present) {
            compare(Architecture.of(present.text()), present.path());
        } else {
            throw new IllegalStateException("Unexpected document: " + file);
        }
        return found;
    }

    private void compare(Architecture architecture, String path) {
        for (DeclaredModule declared : architecture.modules()) {
            missingFolder(declared, path);
        }
        for (ModuleConfig module : modules) {
            boolean isDeclared = architecture.modules().stream()
                    .anyMatch(declared -> declared.name().equals(module.name())
                            || (declared.folder() != null
                                    && folder(declared.folder()).equals(module.folder())));
            if (!isDeclared && isThere(module.folder())) {
                add(
                        Severity.WARNING,
                        "module `%s` of the config is not declared in ARCHITECTURE.md".formatted(module.name()),
                        path,
                        0,
                        "add it to the section `Module Topology`",
                        module.name());
            }
        }
        for (DeclaredLayers layers : architecture.layers()) {
            config(layers.module()).ifPresent(module -> missingLayers(layers, module, path));
        }
    }

    private void missingFolder(DeclaredModule declared, String path) {
        Optional<ModuleConfig> module = config(declared.name());
        String said = declared.folder() == null ? declared.name() : declared.folder();
        String folder = module.map(ModuleConfig::folder).orElseGet(() -> folder(said));
        if (!isThere(folder)) {
            add(
                    Severity.ERROR,
                    "declared module `%s` has no folder `%s`".formatted(declared.name(), folder),
                    path,
                    declared.line(),
                    "make the folder, or take the module out of ARCHITECTURE.md",
                    module.map(ModuleConfig::name).orElse(null));
        }
    }

    private void missingLayers(DeclaredLayers layers, ModuleConfig module, String path) {
        for (String layer : layers.layers()) {
            if (isThere(module.folder()) && !tree.hasLayer(module.name(), layer)) {
                add(
                        Severity.INFO,
                        "layer `%s` of module `%s` is neither a folder nor a source file"
                                .formatted(layer, module.name()),
                        path,
                        layers.line(),
                        "make it, or take it out of ARCHITECTURE.md",
                        module.name());
            }
        }
    }

    private Optional<ModuleConfig> config(String name) {
        return modules.stream().filter(module -> module.name().equals(name)).findFirst();
    }

    private static String folder(String path) {
        return path.strip().replaceAll("^(\\./)+|/+$", "");
    }

    private boolean isThere(String folder) {
        try {
            Path path = Path.of(folder).normalize();
            return !path.isAbsolute() && !path.startsWith("..") && Files.isDirectory(files.inside(folder));
        } catch (IOException | InvalidPathException e) {
            return false;
        }
    }

    private void add(
            Severity severity, String description, String path, int line, String remediation, @Nullable String module) {
        found.add(new ScanFinding(Category.ARCHITECTURE_DRIFT, severity, description, path, line, remediation, module));
    }
}

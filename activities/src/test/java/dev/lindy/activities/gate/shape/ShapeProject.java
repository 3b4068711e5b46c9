package dev.lindy.activities.gate.shape;

import dev.lindy.project.config.ModuleConfig;
import dev.lindy.project.imports.SourceLanguage;
import dev.lindy.project.imports.resolve.ImportTargets;
import dev.lindy.project.imports.resolve.SourceIndex;
import dev.lindy.project.scan.Architecture;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A project of texts, all of which a change has just added. */
final class ShapeProject {

    private final Map<String, String> files = new TreeMap<>();
    private final ModuleFolders modules;
    private String architecture = "";

    ShapeProject(String... folders) {
        modules = new ModuleFolders(Stream.of(folders)
                .map(folder -> new ModuleConfig(
                        folder.replaceAll(".*/", ""), folder, "STATUS.md", "CLAUDE.md", "", "ci.yml", ""))
                .toList());
    }

    ShapeProject file(String path, String text) {
        files.put(path, text);
        return this;
    }

    ShapeProject declaring(String markdown) {
        architecture = markdown;
        return this;
    }

    List<String> boundary() {
        return texts(new ImportBoundary(modules, targets(), Architecture.of(architecture)).violations(sources()));
    }

    List<String> layers() {
        return texts(new LayerRules(modules, targets(), Architecture.of(architecture)).violations(sources()));
    }

    List<String> unknown() {
        return texts(new LayerRules(modules, targets(), Architecture.of(architecture)).unknown(sources()));
    }

    private static List<String> texts(List<ShapeFinding> findings) {
        return findings.stream().map(ShapeFinding::text).toList();
    }

    private ImportTargets targets() {
        return new ImportTargets(new SourceIndex(files.keySet(), path -> Optional.ofNullable(files.get(path))));
    }

    private List<ChangedSource> sources() {
        return files.entrySet().stream()
                .flatMap(file -> SourceLanguage.of(file.getKey()).stream()
                        .map(language -> new ChangedSource(
                                file.getKey(), true, 1, 0, language, language.imports(file.getValue()))))
                .toList();
    }
}

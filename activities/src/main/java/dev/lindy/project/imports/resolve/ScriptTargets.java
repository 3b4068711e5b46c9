package dev.lindy.project.imports.resolve;

import dev.lindy.project.imports.Import;
import java.util.List;
import java.util.Optional;

/** JavaScript and TypeScript: relative paths, and what the nearest {@code tsconfig.json} or {@code jsconfig.json} maps. */
final class ScriptTargets implements Targets {

    private static final List<String> ENDINGS =
            List.of("", ".ts", ".tsx", ".js", ".jsx", ".mjs", ".cjs", ".mts", ".cts", ".d.ts", ".vue", ".svelte");

    private final SourceIndex files;

    ScriptTargets(SourceIndex files) {
        this.files = files;
    }

    @Override
    public List<String> of(String file, Import imported) {
        String target = imported.target();
        if (target.startsWith("./") || target.startsWith("../") || target.equals(".") || target.equals("..")) {
            return Relative.path(SourceIndex.folder(file), target)
                    .map(path -> existing(path).orElse(path))
                    .map(List::of)
                    .orElse(List.of());
        }
        return files.above(file, "tsconfig.json", "jsconfig.json")
                .flatMap(config -> mapped(config, target))
                .map(List::of)
                .orElse(List.of());
    }

    private Optional<String> mapped(String config, String target) {
        return files.text(config)
                .flatMap(text -> PathAliases.read(text, SourceIndex.folder(config)).places(target).stream()
                        .map(this::existing)
                        .flatMap(Optional::stream)
                        .findFirst());
    }

    private Optional<String> existing(String path) {
        // TypeScript names what it is compiled to
        String source = path.replaceAll("\\.([mc]?)js(x?)$", "");
        for (String place : List.of(path, source)) {
            for (String ending : ENDINGS) {
                if (files.hasFile(place + ending)) {
                    return Optional.of(place + ending);
                }
            }
        }
        return files.hasFolder(path) ? Optional.of(path) : Optional.empty();
    }
}

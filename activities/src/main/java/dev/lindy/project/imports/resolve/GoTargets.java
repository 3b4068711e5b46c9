package dev.lindy.project.imports.resolve;

import dev.lindy.project.imports.Import;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Packages below a {@code go.mod} of the project. */
final class GoTargets implements Targets {

    private final SourceIndex files;
    private final Map<String, String> folders = new HashMap<>();

    GoTargets(SourceIndex files) {
        this.files = files;
        for (String manifest : files.named("go.mod")) {
            files.text(manifest).stream()
                    .flatMap(String::lines)
                    .filter(line -> line.startsWith("module "))
                    .findFirst()
                    .ifPresent(line -> folders.put(
                            line.substring("module ".length())
                                    .replaceAll("//.*|\"", "")
                                    .strip(),
                            SourceIndex.folder(manifest)));
        }
    }

    @Override
    public List<String> of(String file, Import imported) {
        String target = imported.target();
        for (String module = target; !module.isEmpty(); module = SourceIndex.folder(module)) {
            String folder = folders.get(module);
            if (folder != null) {
                String rest = target.substring(module.length()).replaceAll("^/", "");
                String path = SourceIndex.child(folder, rest);
                return files.hasFolder(path) ? List.of(path) : List.of();
            }
        }
        return List.of();
    }
}

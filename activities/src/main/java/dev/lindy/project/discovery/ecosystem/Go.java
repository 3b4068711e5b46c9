package dev.lindy.project.discovery.ecosystem;

import dev.lindy.project.discovery.manifest.Dependency;
import dev.lindy.project.discovery.manifest.Ecosystem;
import dev.lindy.project.discovery.manifest.Lines;
import dev.lindy.project.discovery.manifest.Manifest;
import dev.lindy.project.discovery.manifest.ModuleCommand;
import dev.lindy.project.discovery.manifest.Paths;
import dev.lindy.project.discovery.manifest.Site;
import dev.lindy.project.discovery.manifest.Workspace;
import dev.lindy.project.discovery.tree.Folder;
import dev.lindy.project.discovery.tree.SourceTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code go.mod} and {@code go.work}. */
final class Go implements Ecosystem {

    private static final Pattern MODULE = Pattern.compile("^module\\s+(\\S+)");
    private static final Pattern REQUIRE = Pattern.compile("^\\s*(?:require\\s+)?([\\w.-]+\\.[\\w./~-]+)\\s+v\\d");
    private static final Pattern REPLACE =
            Pattern.compile("^\\s*(?:replace\\s+)?(\\S+)(?:\\s+v\\S+)?\\s+=>\\s+(\\.{1,2}/\\S*)");
    private static final Pattern USE = Pattern.compile("^\\s*(?:use\\s+)?(\\.(?:/\\S*)?)\\s*(?://.*)?$");

    @Override
    public String name() {
        return "go";
    }

    @Override
    public Optional<Manifest> read(Folder folder, SourceTree tree) {
        if (!folder.hasAny("go.mod", "go.work")) {
            return Optional.empty();
        }
        String file = folder.child(folder.has("go.mod") ? "go.mod" : "go.work");
        Lines lines = new Lines(file, tree.text(file).orElse(""));
        List<Dependency> dependencies = new ArrayList<>();
        lines.find(REPLACE)
                .forEach(one -> dependencies.add(
                        new Dependency(one.group(1), Paths.resolve(folder.path(), one.group(2)), one.place())));
        dependencies.addAll(lines.dependencies(REQUIRE));
        return Optional.of(new Manifest(
                name(),
                "Go",
                file,
                lines.find(MODULE).stream().map(one -> one.group(1)).limit(1).toList(),
                dependencies,
                Labels.of("go", dependencies),
                Workspace.of(used(folder, tree)),
                !folder.has("go.mod")));
    }

    @Override
    public List<ModuleCommand> commands(Site site) {
        List<ModuleCommand> commands = new ArrayList<>(List.of(
                ModuleCommand.build("go-build", "go build ./..."),
                ModuleCommand.test("go-test", "go test ./..."),
                ModuleCommand.lint("go-vet", "go vet ./...")));
        if (site.folder().hasAny(".golangci.yml", ".golangci.yaml", ".golangci.toml")) {
            commands.add(ModuleCommand.lint("golangci-lint", "golangci-lint run"));
        }
        return commands;
    }

    private static List<String> used(Folder folder, SourceTree tree) {
        String file = folder.child("go.work");
        return new Lines(file, tree.text(file).orElse(""))
                .find(USE).stream()
                        .map(one -> one.group(1).replaceFirst("^\\./?", ""))
                        .filter(path -> !path.isEmpty())
                        .toList();
    }
}

package dev.lindy.project.discovery.ecosystem;

import dev.lindy.document.SourceDocument;
import dev.lindy.project.discovery.manifest.Dependency;
import dev.lindy.project.discovery.manifest.Documents;
import dev.lindy.project.discovery.manifest.Ecosystem;
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

/** {@code pubspec.yaml}, for Dart and Flutter. */
final class Dart implements Ecosystem {

    private static final String FILE = "pubspec.yaml";

    @Override
    public String name() {
        return "dart";
    }

    @Override
    public Optional<Manifest> read(Folder folder, SourceTree tree) {
        if (!folder.has(FILE)) {
            return Optional.empty();
        }
        String file = folder.child(FILE);
        Optional<SourceDocument> document = tree.text(file).flatMap(text -> Documents.read(text, file));
        List<Dependency> dependencies = new ArrayList<>();
        document.ifPresent(yaml -> {
            add(yaml, folder, "dependencies", dependencies);
            add(yaml, folder, "dev_dependencies", dependencies);
        });
        String own = document.map(yaml -> yaml.root().path("name").asText("")).orElse("");
        List<String> members = document.map(yaml -> Documents.texts(yaml.root().path("workspace")))
                .orElse(List.of());
        return Optional.of(new Manifest(
                name(),
                "Dart/Flutter",
                file,
                own.isEmpty() ? List.of() : List.of(own),
                dependencies,
                Labels.of("dart", dependencies),
                Workspace.of(members),
                !members.isEmpty() && !folder.folders().contains("lib")));
    }

    @Override
    public List<ModuleCommand> commands(Site site) {
        String tool = site.manifest().needs("flutter") ? "flutter" : "dart";
        List<ModuleCommand> commands = new ArrayList<>(List.of(ModuleCommand.build("pub-get", tool + " pub get")));
        if (site.folder().folders().contains("test")) {
            commands.add(ModuleCommand.test(tool + "-test", tool + " test"));
        }
        commands.add(ModuleCommand.lint(tool + "-analyze", tool + " analyze"));
        return commands;
    }

    private static void add(SourceDocument yaml, Folder folder, String section, List<Dependency> found) {
        for (Dependency dependency : Documents.keysOf(yaml, folder.child(FILE), section)) {
            String path = yaml.root()
                    .path(section)
                    .path(dependency.name())
                    .path("path")
                    .asText("");
            String target = path.isEmpty() ? null : Paths.resolve(folder.path(), path);
            found.add(new Dependency(dependency.name(), target, dependency.place()));
        }
    }
}

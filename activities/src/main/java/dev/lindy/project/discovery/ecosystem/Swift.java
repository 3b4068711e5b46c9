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

/** {@code Package.swift}. */
final class Swift implements Ecosystem {

    private static final String FILE = "Package.swift";
    private static final Pattern LOCAL = Pattern.compile("\\.package\\([^)]*\\bpath:\\s*\"([^\"]+)\"");
    private static final Pattern REMOTE = Pattern.compile("\\.package\\([^)]*\\burl:\\s*\"([^\"]+)\"");

    @Override
    public String name() {
        return "swift";
    }

    @Override
    public Optional<Manifest> read(Folder folder, SourceTree tree) {
        if (!folder.has(FILE)) {
            return Optional.empty();
        }
        String file = folder.child(FILE);
        Lines lines = new Lines(file, tree.text(file).orElse(""));
        List<Dependency> dependencies = new ArrayList<>();
        lines.find(LOCAL)
                .forEach(one -> dependencies.add(
                        new Dependency(one.group(1), Paths.resolve(folder.path(), one.group(1)), one.place())));
        dependencies.addAll(lines.dependencies(REMOTE));
        return Optional.of(
                new Manifest(name(), "Swift", file, List.of(), dependencies, List.of(), Workspace.NONE, false));
    }

    @Override
    public List<ModuleCommand> commands(Site site) {
        List<ModuleCommand> commands = new ArrayList<>(List.of(ModuleCommand.build("swift-build", "swift build")));
        if (site.folder().folders().contains("Tests")) {
            commands.add(ModuleCommand.test("swift-test", "swift test"));
        }
        if (site.folder().has(".swiftlint.yml")) {
            commands.add(ModuleCommand.lint("swiftlint", "swiftlint"));
        }
        return commands;
    }
}

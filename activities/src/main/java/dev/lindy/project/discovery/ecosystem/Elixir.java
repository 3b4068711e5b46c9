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

/** {@code mix.exs}, umbrellas included. */
final class Elixir implements Ecosystem {

    private static final String FILE = "mix.exs";
    private static final Pattern APP = Pattern.compile("\\bapp:\\s*:(\\w+)");
    private static final Pattern DEPENDENCY = Pattern.compile("\\{:(\\w+),");
    private static final Pattern LOCAL = Pattern.compile("\\{:(\\w+),.*\\bpath:\\s*\"([^\"]+)\"");
    private static final Pattern APPS = Pattern.compile("\\bapps_path:\\s*\"([^\"]+)\"");

    @Override
    public String name() {
        return "elixir";
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
                        new Dependency(one.group(1), Paths.resolve(folder.path(), one.group(2)), one.place())));
        dependencies.addAll(lines.dependencies(DEPENDENCY));
        List<String> apps =
                lines.find(APPS).stream().map(one -> one.group(1) + "/*").toList();
        return Optional.of(new Manifest(
                name(),
                "Elixir",
                file,
                lines.find(APP).stream().map(one -> one.group(1)).limit(1).toList(),
                dependencies,
                Labels.of("elixir", dependencies),
                Workspace.of(apps),
                !apps.isEmpty()));
    }

    @Override
    public List<ModuleCommand> commands(Site site) {
        List<ModuleCommand> commands = new ArrayList<>(
                List.of(ModuleCommand.build("mix-compile", "mix compile"), ModuleCommand.test("mix-test", "mix test")));
        if (site.folder().has(".formatter.exs")) {
            commands.add(ModuleCommand.lint("mix-format", "mix format --check-formatted"));
        }
        if (site.manifest().needs("credo")) {
            commands.add(ModuleCommand.lint("credo", "mix credo"));
        }
        return commands;
    }
}

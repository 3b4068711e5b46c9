package dev.lindy.project.discovery.ecosystem;

import dev.lindy.project.discovery.manifest.Ecosystem;
import dev.lindy.project.discovery.manifest.Lines;
import dev.lindy.project.discovery.manifest.Manifest;
import dev.lindy.project.discovery.manifest.ModuleCommand;
import dev.lindy.project.discovery.manifest.Site;
import dev.lindy.project.discovery.manifest.Workspace;
import dev.lindy.project.discovery.tree.Folder;
import dev.lindy.project.discovery.tree.SourceTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code Makefile}: its targets are run where nothing else says how to build, test or lint. */
final class Make implements Ecosystem {

    /** The word that tells a Makefile from manifests that say more. */
    static final String NAME = "make";

    private static final String FILE = "Makefile";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<Manifest> read(Folder folder, SourceTree tree) {
        return folder.has(FILE)
                ? Optional.of(new Manifest(
                        NAME, "Make", folder.child(FILE), List.of(), List.of(), List.of(), Workspace.NONE, false))
                : Optional.empty();
    }

    @Override
    public List<ModuleCommand> commands(Site site) {
        Lines lines = new Lines(site.manifest().file(), site.manifestText());
        List<ModuleCommand> commands = new ArrayList<>();
        for (ModuleCommand command : List.of(
                ModuleCommand.build("make-build", "make build"),
                ModuleCommand.test("make-test", "make test"),
                ModuleCommand.lint("make-lint", "make lint"))) {
            String target = command.line().substring("make ".length());
            if (!lines.find(Pattern.compile("^" + target + "\\s*:(?!=)")).isEmpty()) {
                commands.add(command);
            }
        }
        return commands;
    }
}

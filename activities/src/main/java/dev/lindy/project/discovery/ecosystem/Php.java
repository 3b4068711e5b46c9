package dev.lindy.project.discovery.ecosystem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.lindy.document.SourceDocument;
import dev.lindy.project.discovery.manifest.Dependency;
import dev.lindy.project.discovery.manifest.Documents;
import dev.lindy.project.discovery.manifest.Ecosystem;
import dev.lindy.project.discovery.manifest.Manifest;
import dev.lindy.project.discovery.manifest.ModuleCommand;
import dev.lindy.project.discovery.manifest.Site;
import dev.lindy.project.discovery.manifest.Workspace;
import dev.lindy.project.discovery.tree.Folder;
import dev.lindy.project.discovery.tree.SourceTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code composer.json}. */
final class Php implements Ecosystem {

    private static final String FILE = "composer.json";

    @Override
    public String name() {
        return "php";
    }

    @Override
    public Optional<Manifest> read(Folder folder, SourceTree tree) {
        if (!folder.has(FILE)) {
            return Optional.empty();
        }
        String file = folder.child(FILE);
        Optional<SourceDocument> document = tree.text(file).flatMap(text -> Documents.read(text, file));
        List<Dependency> dependencies = new ArrayList<>();
        document.ifPresent(json -> {
            dependencies.addAll(Documents.keysOf(json, file, "require"));
            dependencies.addAll(Documents.keysOf(json, file, "require-dev"));
        });
        String own = document.map(json -> json.root().path("name").asText("")).orElse("");
        return Optional.of(new Manifest(
                name(),
                "PHP",
                file,
                own.isEmpty() ? List.of() : List.of(own),
                dependencies,
                Labels.of("php", dependencies),
                Workspace.NONE,
                false));
    }

    @Override
    public List<ModuleCommand> commands(Site site) {
        JsonNode scripts = Documents.read(site.manifestText(), FILE)
                .map(json -> json.root().path("scripts"))
                .orElseGet(MissingNode::getInstance);
        List<ModuleCommand> commands = new ArrayList<>(List.of(ModuleCommand.build("composer", "composer install")));
        if (scripts.has("test")) {
            commands.add(ModuleCommand.test("composer-test", "composer test"));
        } else if (site.folder().hasAny("phpunit.xml", "phpunit.xml.dist")) {
            commands.add(ModuleCommand.test("phpunit", "vendor/bin/phpunit"));
        }
        if (scripts.has("lint")) {
            commands.add(ModuleCommand.lint("composer-lint", "composer lint"));
        } else if (site.folder().hasAny("phpstan.neon", "phpstan.neon.dist")) {
            commands.add(ModuleCommand.lint("phpstan", "vendor/bin/phpstan analyse"));
        }
        return commands;
    }
}

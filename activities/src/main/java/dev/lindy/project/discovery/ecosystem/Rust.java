package dev.lindy.project.discovery.ecosystem;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lindy.project.discovery.manifest.Dependency;
import dev.lindy.project.discovery.manifest.Documents;
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

/** {@code Cargo.toml}. */
final class Rust implements Ecosystem {

    private static final String FILE = "Cargo.toml";
    private static final List<String> SECTIONS = List.of("dependencies", "dev-dependencies", "build-dependencies");

    @Override
    public String name() {
        return "rust";
    }

    @Override
    public Optional<Manifest> read(Folder folder, SourceTree tree) {
        if (!folder.has(FILE)) {
            return Optional.empty();
        }
        String file = folder.child(FILE);
        String text = tree.text(file).orElse("");
        JsonNode cargo = Documents.toml(text);
        Lines lines = new Lines(file, text);
        List<Dependency> dependencies = new ArrayList<>();
        SECTIONS.forEach(section -> add(cargo.path(section), folder, lines, dependencies));
        cargo.path("target")
                .forEach(target -> SECTIONS.forEach(section -> add(target.path(section), folder, lines, dependencies)));
        String own = cargo.path("package").path("name").asText("");
        JsonNode workspace = cargo.path("workspace");
        return Optional.of(new Manifest(
                name(),
                "Rust",
                file,
                own.isEmpty() ? List.of() : List.of(own),
                dependencies,
                Labels.of("rust", dependencies),
                new Workspace(Documents.texts(workspace.path("members")), Documents.texts(workspace.path("exclude"))),
                workspace.isObject() && !cargo.has("package")));
    }

    @Override
    public List<ModuleCommand> commands(Site site) {
        List<ModuleCommand> commands = new ArrayList<>(List.of(
                ModuleCommand.build("cargo-build", "cargo build"),
                ModuleCommand.test("cargo-test", "cargo test"),
                ModuleCommand.lint("clippy", "cargo clippy")));
        if (site.top().hasAny("rustfmt.toml", ".rustfmt.toml")) {
            commands.add(ModuleCommand.lint("rustfmt", "cargo fmt --check"));
        }
        return commands;
    }

    private static void add(JsonNode table, Folder folder, Lines lines, List<Dependency> found) {
        for (String name : Documents.keys(table)) {
            String path = table.path(name).path("path").asText("");
            String crate = table.path(name).path("package").asText(name);
            found.add(new Dependency(
                    crate, path.isEmpty() ? null : Paths.resolve(folder.path(), path), lines.where(name)));
        }
    }
}

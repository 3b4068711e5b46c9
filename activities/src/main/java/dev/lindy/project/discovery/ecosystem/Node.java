package dev.lindy.project.discovery.ecosystem;

import com.fasterxml.jackson.databind.JsonNode;
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
import dev.lindy.project.discovery.tree.Place;
import dev.lindy.project.discovery.tree.SourceTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code package.json}, for npm, pnpm, yarn and bun. */
final class Node implements Ecosystem {

    private static final String FILE = "package.json";
    private static final String PNPM = "pnpm-workspace.yaml";
    private static final List<String> SECTIONS =
            List.of("dependencies", "devDependencies", "peerDependencies", "optionalDependencies");

    @Override
    public String name() {
        return "node";
    }

    @Override
    public Optional<Manifest> read(Folder folder, SourceTree tree) {
        if (!folder.has(FILE)) {
            return Optional.empty();
        }
        String file = folder.child(FILE);
        Optional<SourceDocument> document = tree.text(file).flatMap(text -> Documents.read(text, file));
        List<Dependency> dependencies = new ArrayList<>();
        document.ifPresent(json ->
                SECTIONS.forEach(section -> dependencies.addAll(dependencies(json, file, section, folder.path()))));
        JsonNode root = document.map(SourceDocument::root).orElse(null);
        String own = root == null ? "" : root.path("name").asText("");
        Workspace workspace = workspace(root, folder, tree);
        return Optional.of(new Manifest(
                name(),
                "Node.js",
                file,
                own.isEmpty() ? List.of() : List.of(own),
                dependencies,
                Labels.of("node", dependencies),
                workspace,
                !workspace.isEmpty() && !folder.folders().contains("src")));
    }

    @Override
    public List<ModuleCommand> commands(Site site) {
        String manager = manager(site);
        JsonNode scripts = Documents.read(site.manifestText(), FILE)
                .map(json -> json.root().path("scripts"))
                .orElse(null);
        List<ModuleCommand> commands = new ArrayList<>();
        if (has(scripts, "build")) {
            commands.add(ModuleCommand.build(manager + "-build", manager + " run build"));
        }
        if (has(scripts, "test")) {
            String test = manager.equals("bun") ? "bun run test" : manager + " test";
            commands.add(ModuleCommand.test(manager + "-test", test));
        } else if (site.folder().hasAny("playwright.config.ts", "playwright.config.js")) {
            commands.add(ModuleCommand.test("playwright", "npx playwright test"));
        }
        for (String script : List.of("lint", "typecheck")) {
            if (has(scripts, script)) {
                commands.add(ModuleCommand.lint(manager + "-" + script, manager + " run " + script));
            }
        }
        return commands;
    }

    /** What npm writes into a new package is no test. */
    private static boolean has(@Nullable JsonNode scripts, String name) {
        String script = scripts == null ? "" : scripts.path(name).asText("");
        return !script.isBlank() && !script.contains("no test specified");
    }

    private static Workspace workspace(@Nullable JsonNode root, Folder folder, SourceTree tree) {
        List<String> patterns = new ArrayList<>();
        if (root != null) {
            JsonNode listed = root.path("workspaces");
            patterns.addAll(Documents.texts(listed.isObject() ? listed.path("packages") : listed));
        }
        if (folder.has(PNPM)) {
            tree.text(folder.child(PNPM))
                    .flatMap(text -> Documents.read(text, PNPM))
                    .ifPresent(
                            yaml -> patterns.addAll(Documents.texts(yaml.root().path("packages"))));
        }
        return Workspace.of(patterns);
    }

    private static String manager(Site site) {
        for (Folder folder : List.of(site.folder(), site.top())) {
            String said = site.tree()
                    .text(folder.child(FILE))
                    .flatMap(text -> Documents.read(text, FILE))
                    .map(json -> json.root().path("packageManager").asText(""))
                    .orElse("");
            for (String manager : List.of("pnpm", "yarn", "bun", "npm")) {
                if (said.startsWith(manager + "@")) {
                    return manager;
                }
            }
            if (folder.hasAny("pnpm-lock.yaml", PNPM)) {
                return "pnpm";
            }
            if (folder.has("yarn.lock")) {
                return "yarn";
            }
            if (folder.hasAny("bun.lockb", "bun.lock")) {
                return "bun";
            }
        }
        return "npm";
    }

    private static List<Dependency> dependencies(SourceDocument json, String file, String section, String folder) {
        List<Dependency> found = new ArrayList<>();
        for (Dependency dependency : Documents.keysOf(json, file, section)) {
            String version = json.root().path(section).path(dependency.name()).asText("");
            boolean isLocal = version.startsWith("file:") || version.startsWith("link:");
            String target = isLocal ? Paths.resolve(folder, version.substring(5)) : null;
            found.add(new Dependency(
                    dependency.name(),
                    target,
                    new Place(file, dependency.place().line())));
        }
        return found;
    }
}

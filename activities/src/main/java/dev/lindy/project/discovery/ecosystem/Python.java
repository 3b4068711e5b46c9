package dev.lindy.project.discovery.ecosystem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
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
import java.util.Locale;
import java.util.Optional;

/** {@code pyproject.toml} (PEP 621, PEP 735, uv, poetry), {@code setup.py}, {@code setup.cfg}, {@code requirements.txt}. */
final class Python implements Ecosystem {

    private static final String PROJECT = "pyproject.toml";
    private static final List<String> FILES = List.of(PROJECT, "setup.py", "setup.cfg", "requirements.txt");

    @Override
    public String name() {
        return "python";
    }

    @Override
    public Optional<Manifest> read(Folder folder, SourceTree tree) {
        return FILES.stream().filter(folder::has).findFirst().map(file -> read(file, folder, tree));
    }

    private Manifest read(String first, Folder folder, SourceTree tree) {
        JsonNode project = project(folder, tree);
        List<Dependency> dependencies = new PythonDependencies(folder, tree, project).all();
        JsonNode workspace = project.path("tool").path("uv").path("workspace");
        String own = project.path("project").path("name").asText("");
        String poetry = project.path("tool").path("poetry").path("name").asText("");
        String name = normalized(own.isEmpty() ? poetry : own);
        return new Manifest(
                name(),
                "Python",
                folder.child(first),
                name.isEmpty() ? List.of() : List.of(name),
                dependencies,
                Labels.of("python", dependencies),
                new Workspace(Documents.texts(workspace.path("members")), Documents.texts(workspace.path("exclude"))),
                workspace.isObject()
                        && !folder.folders().contains("src")
                        && !folder.folders().contains("tests"));
    }

    @Override
    public List<ModuleCommand> commands(Site site) {
        JsonNode tool = project(site.folder(), site.tree()).path("tool");
        String runner = runner(site, tool);
        List<ModuleCommand> commands = new ArrayList<>();
        commands.add(ModuleCommand.build("install", install(site, runner)));
        if (usesPytest(site, tool)) {
            commands.add(ModuleCommand.test("pytest", runner + "pytest -q"));
        } else if (site.folder().folders().contains("tests")
                && !site.text("setup.py").isEmpty()) {
            commands.add(ModuleCommand.test("unittest", runner + "python -m unittest discover"));
        }
        if (tool.has("ruff") || site.manifest().needs("ruff") || site.folder().hasAny("ruff.toml", ".ruff.toml")) {
            commands.add(ModuleCommand.lint("ruff", runner + "ruff check ."));
        }
        if (tool.has("mypy") || site.manifest().needs("mypy") || site.folder().has("mypy.ini")) {
            commands.add(ModuleCommand.lint("mypy", runner + "mypy ."));
        }
        if (site.manifest().needs("flake8") || site.folder().has(".flake8")) {
            commands.add(ModuleCommand.lint("flake8", runner + "flake8"));
        }
        return commands;
    }

    /** Names as PEP 503 compares them. */
    static String normalized(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_.]+", "-");
    }

    static JsonNode project(Folder folder, SourceTree tree) {
        return folder.has(PROJECT)
                ? tree.text(folder.child(PROJECT)).map(Documents::toml).orElse(MissingNode.getInstance())
                : MissingNode.getInstance();
    }

    private static boolean usesPytest(Site site, JsonNode tool) {
        return tool.has("pytest")
                || site.manifest().needs("pytest")
                || site.folder().hasAny("pytest.ini", "conftest.py")
                || (site.folder().folders().contains("tests")
                        && site.text("setup.py").isEmpty());
    }

    private static String runner(Site site, JsonNode tool) {
        if (tool.has("uv") || site.folder().has("uv.lock") || site.top().has("uv.lock")) {
            return "uv run ";
        }
        if (tool.has("poetry") || site.folder().has("poetry.lock")) {
            return "poetry run ";
        }
        return tool.has("pdm") || site.folder().has("pdm.lock") ? "pdm run " : "";
    }

    private static String install(Site site, String runner) {
        return switch (runner) {
            case "uv run " -> "uv sync";
            case "poetry run " -> "poetry install";
            case "pdm run " -> "pdm install";
            default ->
                site.folder().hasAny(PROJECT, "setup.py", "setup.cfg")
                        ? "pip install -e ."
                        : "pip install -r requirements.txt";
        };
    }
}

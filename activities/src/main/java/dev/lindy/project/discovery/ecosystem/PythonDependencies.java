package dev.lindy.project.discovery.ecosystem;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lindy.project.discovery.manifest.Dependency;
import dev.lindy.project.discovery.manifest.Documents;
import dev.lindy.project.discovery.manifest.Lines;
import dev.lindy.project.discovery.manifest.Paths;
import dev.lindy.project.discovery.tree.Folder;
import dev.lindy.project.discovery.tree.Place;
import dev.lindy.project.discovery.tree.SourceTree;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Everything that a Python module asks for, wherever it says so. */
final class PythonDependencies {

    private static final Pattern REQUIREMENT = Pattern.compile("^\\s*([A-Za-z0-9][A-Za-z0-9._-]*)");
    private static final Pattern LOCAL = Pattern.compile("^\\s*(?:-e\\s+)?(\\.{1,2}/[^\\s;#]*)");
    private static final Pattern INSTALL_REQUIRES =
            Pattern.compile("[\"']([A-Za-z0-9][A-Za-z0-9._-]*)\\s*[\\[<>=!~;\"']");

    private final Folder folder;
    private final SourceTree tree;
    private final JsonNode project;
    private final Lines toml;
    private final List<Dependency> found = new ArrayList<>();

    PythonDependencies(Folder folder, SourceTree tree, JsonNode project) {
        this.folder = folder;
        this.tree = tree;
        this.project = project;
        String file = folder.child("pyproject.toml");
        this.toml = new Lines(file, tree.text(file).orElse(""));
    }

    List<Dependency> all() {
        JsonNode standard = project.path("project");
        requirements(standard.path("dependencies"));
        standard.path("optional-dependencies").forEach(this::requirements);
        project.path("dependency-groups").forEach(this::requirements);
        JsonNode tool = project.path("tool");
        requirements(tool.path("uv").path("dev-dependencies"));
        JsonNode poetry = tool.path("poetry");
        tables(poetry.path("dependencies"));
        tables(poetry.path("dev-dependencies"));
        poetry.path("group").forEach(group -> tables(group.path("dependencies")));
        for (String file : folder.files()) {
            if (file.startsWith("requirements") && file.endsWith(".txt")) {
                requirementsFile(folder.child(file));
            }
        }
        if (folder.has("setup.py")) {
            String file = folder.child("setup.py");
            Lines setup = new Lines(file, tree.text(file).orElse(""));
            setup.find(INSTALL_REQUIRES)
                    .forEach(one -> found.add(new Dependency(Python.normalized(one.group(1)), null, one.place())));
        }
        return found;
    }

    private void requirements(JsonNode list) {
        for (String text : Documents.texts(list)) {
            Matcher name = REQUIREMENT.matcher(text);
            if (name.find()) {
                add(name.group(1), toml.where(name.group(1)));
            }
        }
    }

    private void tables(JsonNode table) {
        for (String name : Documents.keys(table)) {
            if (!name.equals("python")) {
                String path = table.path(name).path("path").asText("");
                String target = path.isEmpty() ? null : Paths.resolve(folder.path(), path);
                found.add(new Dependency(Python.normalized(name), target, toml.where(name)));
            }
        }
    }

    private void add(String name, Place place) {
        String path = project.path("tool")
                .path("uv")
                .path("sources")
                .path(name)
                .path("path")
                .asText("");
        @Nullable String target = path.isEmpty() ? null : Paths.resolve(folder.path(), path);
        found.add(new Dependency(Python.normalized(name), target, place));
    }

    private void requirementsFile(String file) {
        int line = 0;
        for (String text : tree.text(file).orElse("").lines().toList()) {
            line++;
            Matcher local = LOCAL.matcher(text);
            Matcher name = REQUIREMENT.matcher(text);
            if (local.find()) {
                String path = local.group(1);
                found.add(new Dependency(path, Paths.resolve(folder.path(), path), new Place(file, line)));
            } else if (name.find()) {
                found.add(new Dependency(Python.normalized(name.group(1)), null, new Place(file, line)));
            }
        }
    }
}

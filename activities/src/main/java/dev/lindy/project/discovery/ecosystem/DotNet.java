package dev.lindy.project.discovery.ecosystem;

import dev.lindy.project.discovery.manifest.Dependency;
import dev.lindy.project.discovery.manifest.Ecosystem;
import dev.lindy.project.discovery.manifest.Lines;
import dev.lindy.project.discovery.manifest.Manifest;
import dev.lindy.project.discovery.manifest.ModuleCommand;
import dev.lindy.project.discovery.manifest.Paths;
import dev.lindy.project.discovery.manifest.Site;
import dev.lindy.project.discovery.manifest.Workspace;
import dev.lindy.project.discovery.manifest.Xml;
import dev.lindy.project.discovery.manifest.Xml.Element;
import dev.lindy.project.discovery.tree.Folder;
import dev.lindy.project.discovery.tree.Place;
import dev.lindy.project.discovery.tree.SourceTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code *.csproj}, {@code *.fsproj}, {@code *.vbproj} and the solutions that hold them. */
final class DotNet implements Ecosystem {

    private static final Pattern IN_SOLUTION = Pattern.compile("\"([^\"]+\\.(?:cs|fs|vb)proj)\"");
    private static final String TEST_SDK = "Microsoft.NET.Test.Sdk";

    @Override
    public String name() {
        return "dotnet";
    }

    @Override
    public Optional<Manifest> read(Folder folder, SourceTree tree) {
        Optional<String> project = project(folder);
        Optional<String> solution = solution(folder);
        return project.or(() -> solution).map(name -> {
            String file = folder.child(name);
            List<Dependency> dependencies = project.isPresent()
                    ? dependencies(folder, file, tree.text(file).orElse(""))
                    : List.of();
            return new Manifest(
                    name(),
                    name.endsWith(".fsproj") ? "F#/.NET" : "C#/.NET",
                    file,
                    project.map(own -> List.of(own.substring(0, own.lastIndexOf('.'))))
                            .orElse(List.of()),
                    dependencies,
                    Labels.within("dotnet", dependencies),
                    Workspace.of(solution.map(sln -> members(folder, tree, sln)).orElse(List.of())),
                    project.isEmpty());
        });
    }

    @Override
    public List<ModuleCommand> commands(Site site) {
        List<ModuleCommand> commands = new ArrayList<>();
        commands.add(ModuleCommand.build("dotnet-build", "dotnet build --nologo"));
        ModuleCommand test = ModuleCommand.test("dotnet-test", "dotnet test --nologo");
        if (!site.isMember() || site.manifest().needs(TEST_SDK)) {
            commands.add(test);
        } else {
            // the tests of a library are projects of their own
            commands.add(test.in(site.top().path()));
        }
        return commands;
    }

    private static Optional<String> project(Folder folder) {
        return folder.files().stream()
                .filter(name -> name.endsWith(".csproj") || name.endsWith(".fsproj") || name.endsWith(".vbproj"))
                .findFirst();
    }

    private static Optional<String> solution(Folder folder) {
        return folder.files().stream()
                .filter(name -> name.endsWith(".sln") || name.endsWith(".slnx"))
                .findFirst();
    }

    private static List<String> members(Folder folder, SourceTree tree, String solution) {
        String file = folder.child(solution);
        return new Lines(file, tree.text(file).orElse(""))
                .find(IN_SOLUTION).stream()
                        .map(one -> one.group(1).replace('\\', '/'))
                        .filter(path -> path.contains("/"))
                        .map(path -> path.substring(0, path.lastIndexOf('/')))
                        .toList();
    }

    private static List<Dependency> dependencies(Folder folder, String file, String text) {
        List<Dependency> found = new ArrayList<>();
        for (Element element : Xml.elements(text)) {
            String include = element.attribute("Include");
            Place place = new Place(file, element.line());
            if (element.path().endsWith("/PackageReference")) {
                found.add(new Dependency(include, null, place));
            } else if (element.path().endsWith("/ProjectReference")) {
                String path = include.replace('\\', '/');
                String above = path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
                found.add(new Dependency(path, Paths.resolve(folder.path(), above), place));
            }
        }
        String sdk = Xml.elements(text).stream()
                .map(element -> element.attribute("Sdk"))
                .filter(word -> !word.isEmpty())
                .findFirst()
                .orElse("");
        if (sdk.endsWith(".Web")) {
            found.add(new Dependency("Microsoft.AspNetCore.App", null, new Place(file, 1)));
        }
        return found;
    }
}

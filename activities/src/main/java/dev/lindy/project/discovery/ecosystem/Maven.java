package dev.lindy.project.discovery.ecosystem;

import dev.lindy.project.discovery.manifest.Dependency;
import dev.lindy.project.discovery.manifest.Ecosystem;
import dev.lindy.project.discovery.manifest.Manifest;
import dev.lindy.project.discovery.manifest.ModuleCommand;
import dev.lindy.project.discovery.manifest.Shell;
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

/** {@code pom.xml}. A module of a reactor is built from the reactor's folder, with what it needs of its siblings. */
final class Maven implements Ecosystem {

    private static final String POM = "pom.xml";

    @Override
    public String name() {
        return "maven";
    }

    @Override
    public Optional<Manifest> read(Folder folder, SourceTree tree) {
        if (!folder.has(POM)) {
            return Optional.empty();
        }
        String file = folder.child(POM);
        List<Element> pom = Xml.elements(tree.text(file).orElse(""));
        List<Dependency> dependencies = dependencies(pom, file);
        List<String> modules = new ArrayList<>();
        Xml.all(pom, "project/modules/module").forEach(module -> modules.add(module.text()));
        Xml.all(pom, "project/profiles/profile/modules/module").forEach(module -> modules.add(module.text()));
        return Optional.of(new Manifest(
                name(),
                isKotlin(pom) ? "Kotlin/Maven" : "Java/Maven",
                file,
                names(pom),
                dependencies,
                Labels.within("jvm", withParent(pom, dependencies, file)),
                Workspace.of(modules),
                Xml.first(pom, "project/packaging").equals("pom")));
    }

    @Override
    public List<ModuleCommand> commands(Site site) {
        String maven = site.top().has("mvnw") ? "./mvnw" : "mvn";
        List<ModuleCommand> commands = new ArrayList<>();
        commands.add(of(site, ModuleCommand.build("maven-package", maven + " -B -q -DskipTests"), "package"));
        commands.add(of(site, ModuleCommand.test("maven-test", maven + " -B -q"), "test"));
        String pom = site.manifestText();
        if (pom.contains("spotless-maven-plugin")) {
            commands.add(of(site, ModuleCommand.lint("spotless", maven + " -B -q"), "spotless:check"));
        }
        if (pom.contains("maven-checkstyle-plugin")) {
            commands.add(of(site, ModuleCommand.lint("checkstyle", maven + " -B -q"), "checkstyle:check"));
        }
        return commands;
    }

    private static ModuleCommand of(Site site, ModuleCommand command, String goal) {
        if (!site.isMember()) {
            return new ModuleCommand(command.kind(), command.name(), command.line() + " " + goal, ModuleCommand.HERE);
        }
        String also = command.kind() == ModuleCommand.Kind.LINT ? "" : " -am";
        String line = command.line() + " -pl " + Shell.quoted(site.fromTop()) + also + " " + goal;
        return new ModuleCommand(command.kind(), command.name(), line, ModuleCommand.HERE)
                .in(site.top().path());
    }

    private static List<String> names(List<Element> pom) {
        String artifact = Xml.first(pom, "project/artifactId");
        String own = Xml.first(pom, "project/groupId");
        String group = own.isEmpty() ? Xml.first(pom, "project/parent/groupId") : own;
        return artifact.isEmpty() ? List.of() : List.of(group + ":" + artifact);
    }

    private static List<Dependency> dependencies(List<Element> pom, String file) {
        List<Dependency> found = new ArrayList<>();
        for (int i = 0; i < pom.size(); i++) {
            if (pom.get(i).path().equals("project/dependencies/dependency")) {
                String name = child(pom, i, "groupId") + ":" + child(pom, i, "artifactId");
                String group = Xml.first(pom, "project/groupId");
                String parent = Xml.first(pom, "project/parent/groupId");
                String resolved = name.replace("${project.groupId}", group.isEmpty() ? parent : group);
                found.add(new Dependency(
                        resolved, null, new Place(file, pom.get(i).line())));
            }
        }
        return found;
    }

    private static String child(List<Element> pom, int parent, String name) {
        String path = pom.get(parent).path() + "/" + name;
        return pom.stream()
                .filter(element -> element.parent() == parent && element.path().equals(path))
                .map(Element::text)
                .findFirst()
                .orElse("");
    }

    // frameworks often come as the parent
    private static List<Dependency> withParent(List<Element> pom, List<Dependency> dependencies, String file) {
        List<Dependency> all = new ArrayList<>(dependencies);
        String parent = Xml.first(pom, "project/parent/artifactId");
        all.add(new Dependency(parent, null, new Place(file, 0)));
        return all;
    }

    private static boolean isKotlin(List<Element> pom) {
        return pom.stream().anyMatch(element -> element.text().equals("kotlin-maven-plugin"));
    }
}

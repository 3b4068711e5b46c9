package dev.lindy.project.discovery.ecosystem;

import dev.lindy.project.discovery.manifest.Dependency;
import dev.lindy.project.discovery.manifest.Ecosystem;
import dev.lindy.project.discovery.manifest.Lines;
import dev.lindy.project.discovery.manifest.Manifest;
import dev.lindy.project.discovery.manifest.ModuleCommand;
import dev.lindy.project.discovery.manifest.Shell;
import dev.lindy.project.discovery.manifest.Site;
import dev.lindy.project.discovery.manifest.Workspace;
import dev.lindy.project.discovery.tree.Folder;
import dev.lindy.project.discovery.tree.SourceTree;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code build.gradle} and {@code build.gradle.kts}. A project of a build is checked from the build's folder. */
final class Gradle implements Ecosystem {

    private static final Pattern INCLUDE = Pattern.compile("^\\s*include\\b(.*)");
    private static final Pattern QUOTED = Pattern.compile("[\"']([^\"']+)[\"']");
    private static final Pattern PROJECT =
            Pattern.compile("\\bproject\\s*\\(\\s*(?:path\\s*[:=]\\s*)?[\"']:?([^\"']+)");
    private static final Pattern ACCESSOR = Pattern.compile("\\bprojects\\.([A-Za-z][\\w.]*)");
    private static final Pattern LIBRARY = Pattern.compile(
            "\\b(?:implementation|api|compileOnly|runtimeOnly|testImplementation)\\b[\\s(]+(?:platform\\()?[\"']([^\"']+)");
    private static final Pattern PLUGIN = Pattern.compile("\\bid[\\s(]+[\"']([^\"']+)");

    @Override
    public String name() {
        return "gradle";
    }

    @Override
    public Optional<Manifest> read(Folder folder, SourceTree tree) {
        String build = folder.has("build.gradle.kts") ? "build.gradle.kts" : "build.gradle";
        String settings = folder.has("settings.gradle.kts") ? "settings.gradle.kts" : "settings.gradle";
        if (!folder.has(build) && !folder.has(settings)) {
            return Optional.empty();
        }
        String file = folder.child(folder.has(build) ? build : settings);
        String text = tree.text(file).orElse("");
        Lines lines = new Lines(file, text);
        List<String> included = included(tree.text(folder.child(settings)).orElse(""));
        List<Dependency> libraries = lines.dependencies(LIBRARY);
        List<Dependency> all = new ArrayList<>(libraries);
        projects(lines).forEach(all::add);
        List<Dependency> hints = new ArrayList<>(libraries);
        hints.addAll(lines.dependencies(PLUGIN));
        boolean isKotlin = text.contains("kotlin(\"") || text.contains("org.jetbrains.kotlin");
        return Optional.of(new Manifest(
                name(),
                isKotlin ? "Kotlin/Gradle" : "Java/Gradle",
                file,
                List.of(),
                all,
                Labels.within("jvm", hints),
                Workspace.of(included),
                !included.isEmpty() && !folder.folders().contains("src")));
    }

    @Override
    public List<ModuleCommand> commands(Site site) {
        String gradle = site.top().has("gradlew") ? "./gradlew" : "gradle";
        String project = site.isMember() ? ":" + site.fromTop().replace('/', ':') + ":" : "";
        List<ModuleCommand> commands = new ArrayList<>();
        add(commands, site, ModuleCommand.build("gradle-assemble", task(gradle, project, "assemble")));
        add(commands, site, ModuleCommand.test("gradle-test", task(gradle, project, "test")));
        String text = site.manifestText();
        if (text.contains("com.diffplug.spotless")) {
            add(commands, site, ModuleCommand.lint("spotless", task(gradle, project, "spotlessCheck")));
        }
        if (text.contains("ktlint")) {
            add(commands, site, ModuleCommand.lint("ktlint", task(gradle, project, "ktlintCheck")));
        }
        if (text.contains("detekt")) {
            add(commands, site, ModuleCommand.lint("detekt", task(gradle, project, "detekt")));
        }
        return commands;
    }

    private static String task(String gradle, String project, String task) {
        return gradle + " -q " + Shell.quoted(project + task);
    }

    private static void add(List<ModuleCommand> commands, Site site, ModuleCommand command) {
        commands.add(site.isMember() ? command.in(site.top().path()) : command);
    }

    /** Folders of the projects that the settings include: {@code :a:b} is {@code a/b}. */
    private static List<String> included(String settings) {
        Set<String> folders = new LinkedHashSet<>();
        boolean isInList = false;
        for (String line : settings.lines().toList()) {
            Matcher include = INCLUDE.matcher(line);
            String names = include.matches() ? include.group(1) : isInList ? line : "";
            QUOTED.matcher(names)
                    .results()
                    .forEach(name ->
                            folders.add(name.group(1).replaceFirst("^:", "").replace(':', '/')));
            boolean opens = include.matches() || isInList;
            String rest = names.strip();
            isInList = opens && !rest.endsWith(")") && (rest.endsWith(",") || rest.endsWith("("));
        }
        return List.copyOf(folders);
    }

    private static List<Dependency> projects(Lines lines) {
        List<Dependency> found = new ArrayList<>();
        lines.find(PROJECT)
                .forEach(one -> found.add(
                        new Dependency(":" + one.group(1), one.group(1).replace(':', '/'), one.place())));
        lines.find(ACCESSOR).forEach(one -> {
            String path = one.group(1).replace('.', ':').replaceAll("([a-z])([A-Z])", "$1-$2");
            String name = path.toLowerCase(Locale.ROOT);
            found.add(new Dependency(":" + name, name.replace(':', '/'), one.place()));
        });
        return found;
    }
}

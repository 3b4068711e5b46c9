package dev.lindy.project.discovery.coupling;

import dev.lindy.project.discovery.manifest.DetectedModule;
import dev.lindy.project.discovery.manifest.Paths;
import dev.lindy.project.discovery.tree.Folder;
import dev.lindy.project.discovery.tree.SourceTree;
import dev.lindy.project.imports.SourceLanguage;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which module an import means. */
final class ImportTargets {

    private static final Pattern JVM_SOURCES = Pattern.compile("(?:^|/)src/(?:main/)?(?:java|kotlin|scala)/(.+)$");
    private static final String DART_PACKAGE = "package:";
    private static final Set<String> NOBODYS = Set.of("tests", "test", "scripts", "docs", "examples");

    private final SourceTree tree;
    private final ModuleMap modules;
    private final Map<SourceLanguage, Map<String, DetectedModule>> names = new EnumMap<>(SourceLanguage.class);

    ImportTargets(SourceTree tree, ModuleMap modules) {
        this.tree = tree;
        this.modules = modules;
        for (SourceLanguage language : SourceLanguage.values()) {
            names.put(language, modules.byName(language.ecosystem()));
        }
        names.put(SourceLanguage.PYTHON, modules.unique(this::pythonPackages));
        Map<String, DetectedModule> packages = jvmPackages();
        names.put(SourceLanguage.JAVA, packages);
        names.put(SourceLanguage.KOTLIN, packages);
        Map<String, DetectedModule> crates = new HashMap<>();
        modules.byName("rust").forEach((name, module) -> crates.put(name.replace('-', '_'), module));
        names.put(SourceLanguage.RUST, crates);
    }

    /** The part of an import that names a module: the first one in languages whose modules have one name. */
    static String name(SourceLanguage language, String target) {
        return switch (language) {
            case PYTHON -> target.split("\\.", 2)[0];
            case RUST -> target.split("::", 2)[0];
            case DART ->
                target.startsWith(DART_PACKAGE)
                        ? target.substring(DART_PACKAGE.length()).split("/", 2)[0]
                        : "";
            case JAVA, KOTLIN -> target.replaceAll("\\.[*_]$", "");
            case SCRIPT, COMPONENT, GO, DOTNET -> target;
        };
    }

    /**
     * The module that is meant, or empty where it is none of the project's.
     *
     * @param folder of the file that imports
     */
    Optional<DetectedModule> of(SourceLanguage language, String imported, Folder folder) {
        Map<String, DetectedModule> known = names.getOrDefault(language, Map.of());
        return switch (language) {
            case PYTHON, RUST, DART -> Optional.ofNullable(known.get(imported));
            case JAVA, KOTLIN -> Optional.ofNullable(known.get(packageOf(imported)));
            case GO -> longest(known, imported, "/");
            case DOTNET -> longest(known, imported, ".");
            case SCRIPT, COMPONENT ->
                imported.startsWith(".") ? relative(imported, folder) : longest(known, imported, "/");
        };
    }

    private Optional<DetectedModule> relative(String imported, Folder folder) {
        String target = Paths.resolve(folder.path(), imported);
        return target == null ? Optional.empty() : modules.owner(target);
    }

    private static Optional<DetectedModule> longest(
            Map<String, DetectedModule> known, String imported, String separator) {
        for (String name = imported; !name.isEmpty(); ) {
            DetectedModule module = known.get(name);
            if (module != null) {
                return Optional.of(module);
            }
            int end = name.lastIndexOf(separator);
            name = end < 0 ? "" : name.substring(0, end);
        }
        return Optional.empty();
    }

    /** Everything before the first part that is written like a type. */
    private static String packageOf(String imported) {
        StringBuilder name = new StringBuilder();
        for (String part : imported.split("\\.", -1)) {
            if (part.isEmpty() || Character.isUpperCase(part.charAt(0))) {
                break;
            }
            name.append(name.length() == 0 ? "" : ".").append(part);
        }
        return name.toString();
    }

    private void pythonPackages(DetectedModule module, Set<String> packages) {
        for (String place : List.of("", "src", "lib")) {
            String path = place.isEmpty() ? module.path() : module.folder().child(place);
            tree.folder(path)
                    .ifPresent(folder -> folder.folders().stream()
                            .filter(name -> !NOBODYS.contains(name))
                            .filter(name -> tree.folder(folder.child(name))
                                    .filter(inner -> inner.has("__init__.py"))
                                    .isPresent())
                            .filter(name -> modules.owner(folder.child(name))
                                    .filter(owner -> owner.name().equals(module.name()))
                                    .isPresent())
                            .forEach(packages::add));
        }
    }

    private Map<String, DetectedModule> jvmPackages() {
        Map<DetectedModule, Set<String>> found = new HashMap<>();
        for (Folder folder : tree.folders()) {
            Matcher sources = JVM_SOURCES.matcher(folder.path());
            if (sources.find() && !folder.files().isEmpty()) {
                modules.owner(folder.path())
                        .ifPresent(owner -> found.computeIfAbsent(owner, module -> new HashSet<>())
                                .add(sources.group(1).replace('/', '.')));
            }
        }
        return modules.unique((module, names) -> names.addAll(found.getOrDefault(module, Set.of())));
    }
}

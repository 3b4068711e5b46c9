package dev.lindy.project.discovery.analysis;

import dev.lindy.project.discovery.coupling.Couplings;
import dev.lindy.project.discovery.ecosystem.Ecosystems;
import dev.lindy.project.discovery.manifest.DetectedModule;
import dev.lindy.project.discovery.manifest.Ecosystem;
import dev.lindy.project.discovery.manifest.Manifest;
import dev.lindy.project.discovery.manifest.ModuleCommand;
import dev.lindy.project.discovery.manifest.ModuleCommand.Kind;
import dev.lindy.project.discovery.manifest.Site;
import dev.lindy.project.discovery.tree.Folder;
import dev.lindy.project.discovery.tree.SourceTree;
import dev.lindy.text.SafeText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Finds out what a project is made of, from its files alone. Changes nothing, and never throws for what they say. */
public final class Analyzer {

    /** Levels below the top folders in which modules are looked for unless told otherwise. */
    public static final int DEFAULT_DEPTH = 1;

    private static final int MAX_NAME = 60;

    private final SourceTree tree;
    private final Manifests manifests;
    private final int depth;
    private final Function<Path, String> remote;

    /**
     * @param depth levels below the top folders in which modules are looked for
     * @param remote tells the address of a folder's repository, or empty
     */
    public Analyzer(Path root, int depth, Function<Path, String> remote) {
        this.tree = SourceTree.of(root);
        this.manifests = new Manifests(tree);
        this.depth = depth;
        this.remote = remote;
    }

    /** The modules that are there; those that are known keep their names. */
    public ProjectProfile detect(List<KnownModule> known) {
        return profile(new ModuleFinder(tree, manifests, depth).find(), known);
    }

    /** Modules that are known and still there, and new ones; those at the dismissed paths are none. */
    public ProjectProfile again(List<KnownModule> known, List<String> dismissed) {
        List<Folder> folders = new ArrayList<>();
        known.forEach(module -> tree.folder(module.path()).ifPresent(folders::add));
        for (Folder folder : new ModuleFinder(tree, manifests, depth).find()) {
            if (!folders.contains(folder) && !dismissed.contains(folder.path())) {
                folders.add(folder);
            }
        }
        return profile(folders, known);
    }

    /** Just these modules; one whose folder is not there yet is empty. */
    public ProjectProfile of(List<KnownModule> modules) {
        List<Folder> folders = modules.stream()
                .map(module -> tree.folder(module.path())
                        .orElseGet(() -> new Folder(module.path(), List.of(), List.of(), false)))
                .toList();
        return profile(folders, modules);
    }

    private ProjectProfile profile(List<Folder> folders, List<KnownModule> known) {
        ModuleNames names = new ModuleNames(projectName(), known);
        List<DetectedModule> modules = folders.stream()
                .map(folder -> new DetectedModule(names.name(folder), folder, manifests.in(folder.path())))
                .toList();
        return new ProjectProfile(
                projectName(),
                Readme.description(tree),
                modules.stream().map(this::profile).toList(),
                Couplings.find(tree, modules),
                ContinuousIntegration.files(tree),
                downloads(folders),
                tree.notes());
    }

    private String projectName() {
        Path name = tree.root().getFileName();
        String line = name == null ? "" : SafeText.line(name.toString(), MAX_NAME);
        return line.isEmpty() ? "project" : line;
    }

    private ModuleProfile profile(DetectedModule module) {
        List<String> technologies = technologies(module);
        boolean isOwn = module.folder().isRepository() && !module.path().isEmpty();
        Path folder = tree.root().resolve(module.path());
        return new ModuleProfile(
                module,
                technologies,
                Patterns.of(module.folder(), technologies, tree),
                commands(module),
                FolderTree.of(module.folder(), tree),
                OriginRemote.slug(remote.apply(isOwn ? folder : tree.root())),
                isOwn);
    }

    private static List<String> technologies(DetectedModule module) {
        Set<String> technologies = new LinkedHashSet<>();
        boolean saysMore = module.manifests().stream()
                .anyMatch(manifest -> !manifest.technology().equals("Make"));
        for (Manifest manifest : module.manifests()) {
            if (!saysMore || !manifest.technology().equals("Make")) {
                technologies.add(manifest.technology());
            }
        }
        module.manifests().forEach(manifest -> technologies.addAll(manifest.labels()));
        return technologies.isEmpty() && module.folder().folders().contains("src")
                ? List.of("source directory")
                : List.copyOf(technologies);
    }

    /** A Makefile only fills the gaps. */
    private List<ModuleCommand> commands(DetectedModule module) {
        List<ModuleCommand> commands = new ArrayList<>();
        Set<Kind> covered = EnumSet.noneOf(Kind.class);
        for (Manifest manifest : module.manifests()) {
            Site site = new Site(tree, module.folder(), manifest, manifests.workspace(manifest, module.path()));
            for (ModuleCommand command : ecosystem(manifest).commands(site)) {
                if (!manifest.ecosystem().equals("make") || !covered.contains(command.kind())) {
                    commands.add(command);
                }
            }
            commands.forEach(command -> covered.add(command.kind()));
        }
        return commands;
    }

    private static Ecosystem ecosystem(Manifest manifest) {
        return Ecosystems.all().stream()
                .filter(ecosystem -> ecosystem.name().equals(manifest.ecosystem()))
                .findFirst()
                .orElseThrow();
    }

    private List<String> downloads(List<Folder> modules) {
        Set<String> found = new LinkedHashSet<>();
        List<Folder> places = new ArrayList<>(modules);
        places.add(0, tree.top());
        for (Folder folder : places) {
            for (String name : List.of("node_modules", ".venv")) {
                if (tree.exists(folder.child(name))) {
                    found.add(folder.child(name));
                }
            }
        }
        return List.copyOf(found);
    }
}

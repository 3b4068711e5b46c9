package dev.lindy.project.discovery;

import dev.lindy.project.discovery.analysis.Analyzer;
import dev.lindy.project.discovery.analysis.ModuleProfile;
import dev.lindy.project.discovery.analysis.ProjectProfile;
import dev.lindy.project.discovery.coupling.Coupling;
import dev.lindy.project.discovery.generate.GeneratedFile;
import dev.lindy.project.discovery.generate.Generator;
import dev.lindy.project.discovery.generate.Onboarding;
import dev.lindy.project.discovery.interview.Defaults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A project on disk, file by file. */
public final class SampleProject {

    public static final Instant NOW = Instant.parse("2026-11-01T10:12:04Z");

    private final Path root;
    private int depth = Analyzer.DEFAULT_DEPTH;
    private String remote = "";

    public SampleProject(Path root) {
        this.root = root;
    }

    public Path root() {
        return root;
    }

    public SampleProject file(String path, String... lines) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, lines.length == 0 ? "" : String.join("\n", lines) + "\n");
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public SampleProject folder(String path) {
        try {
            Files.createDirectories(root.resolve(path));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public SampleProject withDepth(int levels) {
        this.depth = levels;
        return this;
    }

    public SampleProject withRemote(String address) {
        this.remote = address;
        return this;
    }

    public Analyzer analyzer() {
        return new Analyzer(root, depth, folder -> remote);
    }

    public ProjectProfile profile() {
        return analyzer().detect(List.of());
    }

    public List<GeneratedFile> generated() {
        ProjectProfile profile = profile();
        return Generator.all(new Onboarding(profile, Defaults.of(profile), NOW));
    }

    /** Paths of modules by name. */
    public static Map<String, String> paths(ProjectProfile profile) {
        Map<String, String> paths = new LinkedHashMap<>();
        profile.modules().forEach(module -> paths.put(module.name(), module.path()));
        return paths;
    }

    /** Commands as {@code folder: line}. */
    public static List<String> commands(ProjectProfile profile, String name) {
        return module(profile, name).commands().stream()
                .map(command -> command.folder() + ": " + command.line())
                .toList();
    }

    public static ModuleProfile module(ProjectProfile profile, String name) {
        return profile.modules().stream()
                .filter(module -> module.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Couplings as {@code from -> to kind place,place}. */
    public static List<String> couplings(ProjectProfile profile) {
        return profile.couplings().stream().map(SampleProject::text).toList();
    }

    private static String text(Coupling coupling) {
        List<String> places = coupling.evidence().stream()
                .map(evidence -> evidence.place().text())
                .toList();
        return "%s -> %s %s %s"
                .formatted(coupling.from(), coupling.to(), coupling.kind().word(), String.join(",", places));
    }
}

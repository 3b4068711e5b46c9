package dev.lindy.project.discovery.scaffold;

import dev.lindy.project.config.ModuleConfig;
import dev.lindy.project.discovery.analysis.ModuleProfile;
import dev.lindy.project.discovery.interview.Checks;
import dev.lindy.project.discovery.manifest.DetectedModule;
import dev.lindy.project.discovery.manifest.ModuleCommand;
import dev.lindy.project.discovery.manifest.ModuleCommand.Kind;
import dev.lindy.project.discovery.manifest.Paths;
import dev.lindy.project.discovery.tree.Folder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Modules that an agent proposes: each with a name and a folder of its own, inside of the project. */
final class ProposedModules {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,59}");
    private static final Pattern PATH =
            Pattern.compile("\\.|[\\p{L}\\p{N}_][\\p{L}\\p{N}._-]*(/[\\p{L}\\p{N}_][\\p{L}\\p{N}._-]*)*/?");

    private final List<String> problems;
    private final Set<String> names = new HashSet<>();
    private final Set<String> paths = new HashSet<>();

    /** @param problems gets what is wrong */
    ProposedModules(List<String> problems) {
        this.problems = problems;
    }

    Optional<ModuleProfile> read(
            String name,
            String path,
            int number,
            List<String> technologies,
            List<String> patterns,
            List<ModuleCommand> commands) {
        String where = "`modules[" + number + "]";
        String folder = PATH.matcher(path).matches() ? Paths.resolve("", path) : null;
        if (!NAME.matcher(name).matches() || ModuleConfig.isReserved(name)) {
            problems.add(where + ".name` cannot be `" + name + "`: use letters, digits and `-`, and not `root`");
        } else if (!names.add(name.toLowerCase(Locale.ROOT))) {
            problems.add(where + ".name` is used twice: `" + name + "`");
        }
        if (folder == null) {
            problems.add(where + ".path` must be a folder inside of the project: `" + path + "`");
            return Optional.empty();
        }
        if (!paths.add(folder)) {
            problems.add(where + ".path` is used twice: `" + path + "`");
        }
        DetectedModule module = new DetectedModule(name, new Folder(folder, List.of(), List.of(), false), List.of());
        return Optional.of(new ModuleProfile(module, technologies, patterns, commands, "", "", false));
    }

    static List<ModuleCommand> commands(List<String> build, List<String> test, List<String> lint) {
        List<ModuleCommand> commands = new ArrayList<>();
        add(commands, Kind.BUILD, build);
        add(commands, Kind.TEST, test);
        add(commands, Kind.LINT, lint);
        return commands;
    }

    private static void add(List<ModuleCommand> commands, Kind kind, List<String> lines) {
        for (ModuleCommand command : Checks.of(lines)) {
            commands.add(new ModuleCommand(kind, command.name(), command.line(), command.folder()));
        }
    }
}

package dev.lindy.project.check;

import com.fasterxml.jackson.core.JsonPointer;
import dev.lindy.process.Executables;
import dev.lindy.project.config.GateCatalog;
import dev.lindy.project.config.GatesConfig.CustomGate;
import dev.lindy.project.config.ModuleConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gates of the config: their folders exist, and the programs that they start can be found. */
final class GateCheck {

    private static final String PLACEHOLDER = "{module_path}";
    private static final String CHANGED_FILES = "{changed_files}";

    private final CheckedProject project;
    private final List<Finding> found = new ArrayList<>();

    private GateCheck(CheckedProject project) {
        this.project = project;
    }

    static List<Finding> of(CheckedProject project) {
        GateCheck check = new GateCheck(project);
        List<CustomGate> gates = project.config().gates().custom();
        List<JsonPointer> places = project.gatePlaces();
        for (int i = 0; i < gates.size(); i++) {
            check.gate(gates.get(i), i < places.size() ? places.get(i) : JsonPointer.empty());
        }
        return check.found;
    }

    private void gate(CustomGate gate, JsonPointer place) {
        Set<String> folders = folders(gate);
        for (String folder : folders) {
            if (!Files.isDirectory(project.root().resolve(folder)) && !isMissingModule(folder)) {
                add(
                        gate.required(),
                        gate,
                        project.at(place, "cwd"),
                        "there is no folder `" + folder + "`",
                        "mend `cwd`");
            }
        }
        program(gate, place, folders);
        boolean namesFiles = gate.command().text().contains(CHANGED_FILES);
        if (gate.diffOnly() != namesFiles) {
            add(
                    false,
                    gate,
                    project.at(place, namesFiles ? "command" : "diff_only"),
                    namesFiles
                            ? "`{changed_files}` is empty without `diff_only: true`"
                            : "`diff_only` without `{changed_files}` in the command looks at all files",
                    null);
        }
        if (gate.name().equals(GateCatalog.COMMAND_CHECK)
                || gate.name().equals(GateCatalog.STRUCTURAL_CHECK)
                || gate.name().equals(GateCatalog.LAYER_CHECK)) {
            add(false, gate, project.at(place, "name"), "hides the built-in gate of that name", "give it another name");
        }
    }

    /** The folders it runs in; one for each module that it covers, where the module is in its path. */
    private Set<String> folders(CustomGate gate) {
        Set<String> folders = new LinkedHashSet<>();
        if (!gate.cwd().contains(PLACEHOLDER)) {
            folders.add(gate.cwd());
            return folders;
        }
        for (ModuleConfig module : project.config().modules()) {
            if (gate.coversModule(module.name())) {
                folders.add(gate.cwd().replace(PLACEHOLDER, module.isRoot() ? "." : module.folder()));
            }
        }
        return folders;
    }

    /** The module's own problem says so already. */
    private boolean isMissingModule(String folder) {
        return project.config().modules().stream()
                .anyMatch(module -> Path.of(folder).normalize().toString().equals(module.folder())
                        && !Files.isDirectory(project.root().resolve(module.folder())));
    }

    private void program(CustomGate gate, JsonPointer place, Set<String> folders) {
        Optional<String> program = FirstWord.of(gate.command());
        if (program.isEmpty()) {
            return;
        }
        String name = program.get();
        boolean isFile = name.contains("/");
        boolean isThere = isFile
                ? folders.stream()
                        .anyMatch(folder -> Executables.find(
                                        name,
                                        project.environment(),
                                        project.root().resolve(folder))
                                .isPresent())
                : Executables.find(name, project.environment(), project.root()).isPresent();
        if (!isThere) {
            // a hook, or the gate itself, may make a file of the worktree; what this machine lacks is no fault of the
            // config
            add(
                    false,
                    gate,
                    project.at(place, "command"),
                    isFile ? "there is no program `" + name + "`" : "program `" + name + "` is not in PATH",
                    isFile ? null : "install it, or mend `command`");
        }
    }

    private void add(boolean isProblem, CustomGate gate, String place, String message, @Nullable String hint) {
        found.add(new Finding(isProblem, "%sgate `%s`: %s".formatted(place, gate.name(), message), hint));
    }
}

package dev.lindy.activities.gate;

import dev.lindy.activities.failure.LindyException;
import dev.lindy.failure.FailureType;
import dev.lindy.project.config.GateCommand;
import dev.lindy.project.config.ResolvedGate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How a gate's command becomes a program: a line always runs in {@code sh -c}, arguments never do. {@code
 * {module_path}} stands for the module's folder in the worktree, {@code {changed_files}} for the files of the
 * change, seen from the folder that the command runs in; in a line both are quoted for the shell.
 */
record GateCommandLine(List<String> arguments, Path folder, String text) {

    GateCommandLine {
        arguments = List.copyOf(arguments);
    }

    /**
     * Fills in the placeholders.
     *
     * @param project the project's folder in the worktree
     * @param module the module's folder in the worktree
     * @param changed files of the change, relative to the project
     */
    static GateCommandLine of(ResolvedGate gate, Path project, Path module, List<String> changed) {
        GateCommand command = gate.command();
        if (command == null) {
            throw new IllegalArgumentException("gate must have a command: " + gate.name());
        }
        Path folder = project.resolve(gate.cwd().replace("{module_path}", module.toString()))
                .normalize();
        if (!folder.startsWith(project)) {
            throw new LindyException(
                    FailureType.PLAN_INVALID,
                    "gate `" + gate.name() + "` wants to run outside of the project, in `" + gate.cwd() + "`",
                    "give it a `cwd` below the project");
        }
        List<String> files = changed.stream()
                .map(file -> seenFrom(folder, project.resolve(file)))
                .toList();
        String line = command.line();
        if (line != null) {
            String filled = line.replace("{module_path}", quoted(module.toString()))
                    .replace(
                            "{changed_files}",
                            String.join(
                                    " ",
                                    files.stream().map(GateCommandLine::quoted).toList()));
            return new GateCommandLine(List.of("sh", "-c", filled), folder, line);
        }
        List<String> arguments = new ArrayList<>();
        for (String argument : command.arguments()) {
            if (argument.equals("{changed_files}")) {
                arguments.addAll(files);
            } else {
                arguments.add(argument.replace("{module_path}", module.toString()));
            }
        }
        return new GateCommandLine(arguments, folder, command.text());
    }

    /** A path that no program takes for an option. */
    private static String seenFrom(Path folder, Path file) {
        String path = folder.relativize(file.normalize()).toString();
        return path.startsWith("-") ? "./" + path : path;
    }

    /** A path that needs no quotes stays as it is, so that quotes around the placeholder keep working. */
    private static String quoted(String path) {
        return path.matches("[A-Za-z0-9_@%+=:,./-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
    }
}

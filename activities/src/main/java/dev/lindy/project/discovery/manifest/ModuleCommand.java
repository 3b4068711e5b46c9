package dev.lindy.project.discovery.manifest;

/**
 * A command that builds or checks a module.
 *
 * @param name short, unique among the commands of one manifest; becomes part of a gate's name
 * @param line for a shell
 * @param folder where it runs, relative to the project root, or {@link #HERE}
 */
public record ModuleCommand(Kind kind, String name, String line, String folder) {

    /** The module's own folder, as gates write it. */
    public static final String HERE = "{module_path}";

    /** What a command is for. */
    public enum Kind {
        BUILD,
        TEST,
        LINT
    }

    public static ModuleCommand build(String name, String line) {
        return new ModuleCommand(Kind.BUILD, name, line, HERE);
    }

    public static ModuleCommand test(String name, String line) {
        return new ModuleCommand(Kind.TEST, name, line, HERE);
    }

    public static ModuleCommand lint(String name, String line) {
        return new ModuleCommand(Kind.LINT, name, line, HERE);
    }

    /** The same command, run in a folder of the project. */
    public ModuleCommand in(String place) {
        return new ModuleCommand(kind, name, line, place.isEmpty() ? "." : place);
    }
}

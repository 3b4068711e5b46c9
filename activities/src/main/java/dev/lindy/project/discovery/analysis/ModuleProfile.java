package dev.lindy.project.discovery.analysis;

import dev.lindy.project.discovery.manifest.DetectedModule;
import dev.lindy.project.discovery.manifest.ModuleCommand;
import dev.lindy.project.discovery.manifest.ModuleCommand.Kind;
import java.util.List;

/**
 * What is known of one module.
 *
 * @param technologies languages, build tools and frameworks, the one that counts first
 * @param patterns what it is, for instance {@code REST API}; may be empty
 * @param tree its folders and files as text, cut to a readable size
 * @param repository {@code owner/name} of its remote, or empty
 * @param isOwnRepository whether it is a git repository inside of the project
 */
public record ModuleProfile(
        DetectedModule module,
        List<String> technologies,
        List<String> patterns,
        List<ModuleCommand> commands,
        String tree,
        String repository,
        boolean isOwnRepository) {

    public ModuleProfile {
        technologies = List.copyOf(technologies);
        patterns = List.copyOf(patterns);
        commands = List.copyOf(commands);
    }

    public String name() {
        return module.name();
    }

    /** Relative to the project root; {@code .} for the root. */
    public String path() {
        return module.path().isEmpty() ? "." : module.path();
    }

    public boolean isRoot() {
        return module.path().isEmpty();
    }

    public List<ModuleCommand> commands(Kind kind) {
        return commands.stream().filter(command -> command.kind() == kind).toList();
    }
}

package dev.lindy.project.check;

import dev.lindy.project.config.ModuleConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** CLAUDE.md and AGENTS.md of the project: readable, and aware of the modules. */
final class InstructionCheck {

    private static final List<String> FILES = List.of("CLAUDE.md", "AGENTS.md");
    private static final int MAX_BYTES = 512 * 1024;

    private InstructionCheck() {}

    static List<Finding> of(CheckedProject project) {
        List<Finding> found = new ArrayList<>();
        for (String file : FILES) {
            text(project, file, found).ifPresent(text -> mentions(project, file, text, found));
        }
        return found;
    }

    private static Optional<String> text(CheckedProject project, String file, List<Finding> found) {
        try {
            return Optional.of(new String(project.files().read(file, MAX_BYTES), StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            found.add(Finding.warning("%s: the file cannot be read: %s".formatted(file, e.getMessage()), null));
            return Optional.empty();
        }
    }

    // a file that only points to another one is no list of modules
    private static void mentions(CheckedProject project, String file, String text, List<Finding> found) {
        List<ModuleConfig> modules = project.config().modules();
        List<ModuleConfig> missing =
                modules.stream().filter(module -> !isMentioned(module, text)).toList();
        if (missing.size() == modules.size()) {
            return;
        }
        for (ModuleConfig module : missing) {
            found.add(Finding.warning(
                    "%s: module `%s` is not mentioned, unlike others".formatted(file, module.name()),
                    "say there what agents must know of it"));
        }
    }

    private static boolean isMentioned(ModuleConfig module, String text) {
        return text.contains(module.name()) || (!module.isRoot() && text.contains(module.folder()));
    }
}

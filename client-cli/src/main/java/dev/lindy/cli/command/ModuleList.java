package dev.lindy.cli.command;

import dev.lindy.cli.problem.ExitCode;
import dev.lindy.cli.problem.UserProblem;
import dev.lindy.project.config.ModuleConfig;
import dev.lindy.project.discovery.analysis.KnownModule;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Modules that a person names on the command line: each is a folder, called by its last part. */
final class ModuleList {

    private ModuleList() {}

    static List<KnownModule> parse(List<String> names) {
        List<KnownModule> modules = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (String written : names) {
            String text = written.strip();
            if (!text.isEmpty()) {
                String path = folder(text);
                String name = path.substring(path.lastIndexOf('/') + 1);
                if (ModuleConfig.isReserved(name)) {
                    throw problem("module `%s` cannot have that name: it always means the whole project", text);
                }
                if (!taken.add(name)) {
                    throw problem("two modules would be called `%s`", name);
                }
                modules.add(new KnownModule(name, path));
            }
        }
        if (modules.isEmpty()) {
            throw UserProblem.usage("`--modules` names none", "write names of folders with commas between them");
        }
        return modules;
    }

    private static String folder(String text) {
        try {
            Path path = Path.of(text).normalize();
            String plain = path.toString().replace('\\', '/');
            if (path.isAbsolute()
                    || plain.startsWith("..")
                    || plain.isEmpty()
                    || plain.chars().anyMatch(Character::isISOControl)) {
                throw problem("module `%s` is no folder inside of the project", text);
            }
            return plain;
        } catch (InvalidPathException e) {
            throw problem("module `%s` is no folder inside of the project", text);
        }
    }

    private static UserProblem problem(String message, String name) {
        return UserProblem.of(ExitCode.USAGE, message.formatted(name), null);
    }
}

package dev.lindy.project.config;

import dev.lindy.document.NearMiss;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads {@code modules}. */
final class ModulesReader {

    private ModulesReader() {}

    static List<ModuleConfig> read(Section root) {
        List<ModuleConfig> modules = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Section section : root.sections("modules")) {
            ModuleConfig module = module(section);
            checkName(section, module.name(), names);
            modules.add(module);
        }
        return modules;
    }

    /** What to do about a module name that is not configured. */
    static String hint(String name, List<String> modules) {
        return modules.isEmpty() ? "add it to `modules`" : NearMiss.hint(name, modules);
    }

    private static ModuleConfig module(Section section) {
        ModuleConfig module = new ModuleConfig(
                section.requiredText("name"),
                section.requiredText("path"),
                section.text("status_md", "STATUS.md"),
                section.text("claude_md", "CLAUDE.md"),
                section.text("repo", ""),
                section.text("ci_workflow", "ci.yml"),
                section.text("role", ""),
                AgentSettingsReader.read(section.section("agent")));
        if (!ProjectPaths.isInside(module.path())) {
            section.problem(
                    "path",
                    "must be a folder inside the project: `" + module.path() + "`",
                    "write it relative to the" + " project root, for instance `services/api`");
            module = new ModuleConfig(
                    module.name(),
                    ".",
                    module.statusMd(),
                    module.claudeMd(),
                    module.repo(),
                    module.ciWorkflow(),
                    module.role(),
                    module.agent());
        }
        section.end();
        return module;
    }

    private static void checkName(Section section, String name, Set<String> names) {
        if (ModuleConfig.isReserved(name)) {
            section.problem("name", "cannot be `" + name + "`: that always means the whole project", "choose another");
        } else if (name.chars().anyMatch(Character::isISOControl)) {
            section.problem("name", "holds control characters: `" + name + "`", "write it in letters");
        } else if (!name.isBlank() && !names.add(name)) {
            section.problem("name", "is used twice: `" + name + "`", "give each module a name of its own");
        }
    }
}

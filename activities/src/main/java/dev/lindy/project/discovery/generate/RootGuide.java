package dev.lindy.project.discovery.generate;

import dev.lindy.project.discovery.analysis.ModuleProfile;
import java.util.ArrayList;
import java.util.List;

/** The project's own {@code CLAUDE.md}; where the root is a module, that module's guide is part of it. */
final class RootGuide {

    private RootGuide() {}

    static String render(Onboarding onboarding) {
        Page page = new Page()
                .heading(1, Page.plain(onboarding.profile().name()) + " — Project Orchestrator")
                .paragraph(Page.plain(onboarding.answers().description()))
                .paragraph("> Work is planned for the whole project and done module by module.\n"
                        + "> Who coordinates reads STATUS.md, splits goals into tasks and checks quality; who does a task "
                        + "stays in its module.")
                .heading(2, "Modules")
                .table(
                        List.of("Module", "Path", "Tech Stack", "Patterns"),
                        onboarding.modules().stream()
                                .map(module -> row(onboarding, module))
                                .toList())
                .heading(2, "Key Files")
                .bullets(keyFiles(onboarding))
                .heading(2, "Quick Rules")
                .numbered(rules(onboarding))
                .heading(2, "Session Start")
                .numbered(List.of(
                        "Read the STATUS.md of every module",
                        "Look for open cross-module requests and blockers",
                        "Plan, dispatch, check, report"));
        onboarding.modules().stream()
                .filter(ModuleProfile::isRoot)
                .forEach(module -> ModuleGuide.addTo(page, onboarding, module));
        return page.text();
    }

    private static List<String> row(Onboarding onboarding, ModuleProfile module) {
        List<String> purposes = onboarding.purposes(module);
        return List.of(
                Page.plain(module.name()),
                Page.code(module.path() + "/"),
                Page.plainList(first(module.technologies())),
                Page.plainList(first(purposes)));
    }

    private static List<String> first(List<String> texts) {
        return texts.subList(0, Math.min(3, texts.size()));
    }

    private static List<String> keyFiles(Onboarding onboarding) {
        List<String> files = new ArrayList<>();
        files.add("`ARCHITECTURE.md` — modules, dependencies, boundaries, layers");
        if (onboarding.answers().hasContracts()) {
            files.add("`CONTRACTS.md` — interfaces that modules share");
        }
        files.add("`docs/agents/protocol.md` — how modules work together");
        files.add("`docs/agents/conventions.md` — how code is written, per module");
        files.add("`docs/agents/boundaries.md` — what belongs where, and exceptions");
        return files;
    }

    static List<String> rules(Onboarding onboarding) {
        List<String> rules = new ArrayList<>();
        rules.add("**STATUS.md is the message bus**: every request between modules goes through it.");
        rules.add("**Scope isolation**: a task changes files of its own module only.");
        if (onboarding.answers().hasContracts()) {
            rules.add("**CONTRACTS.md**: shared types and interfaces stand there once; never copy them.");
        }
        rules.add("**Branch delivery**: each task is done on a branch `%s/task-<id>` and judged by QA gates."
                .formatted(onboarding.answers().branchPrefix()));
        return rules;
    }
}

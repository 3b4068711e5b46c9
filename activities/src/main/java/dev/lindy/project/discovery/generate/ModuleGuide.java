package dev.lindy.project.discovery.generate;

import dev.lindy.project.discovery.analysis.ModuleProfile;
import dev.lindy.project.discovery.coupling.Coupling;
import dev.lindy.project.discovery.manifest.ModuleCommand;
import dev.lindy.project.discovery.manifest.ModuleCommand.Kind;
import java.util.ArrayList;
import java.util.List;

/** A module's {@code CLAUDE.md}. Sections with nothing to say are left out. */
final class ModuleGuide {

    private ModuleGuide() {}

    static String render(Onboarding onboarding, ModuleProfile module) {
        Page page = new Page().heading(1, Page.plain(StatusDocument.title(module.name())) + " Agent");
        if (!module.technologies().isEmpty()) {
            List<String> first = module.technologies()
                    .subList(0, Math.min(3, module.technologies().size()));
            page.paragraph(Page.plainList(first) + " module.");
        }
        addTo(page, onboarding, module);
        return page.text();
    }

    static void addTo(Page page, Onboarding onboarding, ModuleProfile module) {
        page.paragraph("""
                > **First action of every session:** read `STATUS.md` in this folder.
                > Open "Cross-Module Requests" are tasks of yours; "Active Work" is what earlier sessions left.""");
        List<String> purposes = onboarding.purposes(module);
        page.heading(2, "Role")
                .paragraph("You are the %s agent. You own all code and configuration under %s.\nPrimary focus: %s."
                        .formatted(
                                Page.plain(module.name()),
                                Page.code(module.path() + "/"),
                                purposes.isEmpty() ? "general development" : Page.plainList(purposes)));
        if (!module.technologies().isEmpty()) {
            page.heading(2, "Tech Stack")
                    .bullets(module.technologies().stream().map(Page::plain).toList());
        }
        if (!module.tree().isEmpty()) {
            page.heading(2, "Directory Layout").fence("text", module.tree());
        }
        commands(page, onboarding, module);
        List<String> conventions = Conventions.of(module);
        if (!conventions.isEmpty()) {
            page.heading(2, "Conventions").bullets(conventions);
        }
        interfaces(page, onboarding, module);
        scope(page, onboarding, module);
    }

    private static void commands(Page page, Onboarding onboarding, ModuleProfile module) {
        List<String> lines = new ArrayList<>();
        add(lines, "Build", module.commands(Kind.BUILD));
        add(lines, "Test", module.commands(Kind.TEST));
        add(lines, "Lint", module.commands(Kind.LINT));
        if (lines.isEmpty()) {
            add(lines, "Check", onboarding.checks(module));
        }
        if (!lines.isEmpty()) {
            page.heading(2, "Key Commands").fence("bash", String.join("\n", lines));
        }
    }

    private static void add(List<String> lines, String title, List<ModuleCommand> commands) {
        if (!commands.isEmpty()) {
            lines.add((lines.isEmpty() ? "" : "\n") + "# " + title);
            commands.forEach(command -> lines.add(line(command)));
        }
    }

    private static String line(ModuleCommand command) {
        String line = command.line().replace("```", "'''");
        return command.folder().equals(ModuleCommand.HERE)
                ? line
                : line + "  # in " + (command.folder().equals(".") ? "the project's root" : command.folder());
    }

    private static void interfaces(Page page, Onboarding onboarding, ModuleProfile module) {
        List<Coupling> needs = onboarding.needs(module);
        List<Coupling> neededBy = onboarding.neededBy(module);
        if (needs.isEmpty() && neededBy.isEmpty()) {
            return;
        }
        page.heading(2, "Cross-Module Interfaces");
        if (!needs.isEmpty()) {
            page.heading(3, "Consumes (from other modules)")
                    .bullets(needs.stream()
                            .map(one -> "From " + described(one.to(), one))
                            .toList());
        }
        if (!neededBy.isEmpty()) {
            page.heading(3, "Produces (for other modules)")
                    .bullets(neededBy.stream()
                            .map(one -> "For " + described(one.from(), one))
                            .toList());
        }
    }

    private static String described(String module, Coupling coupling) {
        String what = coupling.description().isEmpty() ? "" : ": " + Page.plain(coupling.description());
        return "**%s** (%s)%s".formatted(Page.plain(module), coupling.kind().word(), what);
    }

    private static void scope(Page page, Onboarding onboarding, ModuleProfile module) {
        page.heading(2, "Scope Boundary")
                .paragraph("You own only files under %s.".formatted(Page.code(module.path() + "/")));
        if (onboarding.hasSeveralModules()) {
            page.paragraph(
                    "Do not change files of other modules. Where you need something of another module, add a row to\n"
                            + "\"Cross-Module Requests\" of your STATUS.md.");
        }
        page.paragraph("Keep your STATUS.md current: what you work on, what is done, what you deliver to others.");
        page.paragraph("Never commit: " + Page.codeList(onboarding.answers().sensitive()) + ".");
    }
}

package dev.lindy.project.discovery.generate;

import java.util.List;

/** {@code AGENTS.md}: the same rules for agents that do not read {@code CLAUDE.md}. */
final class AgentsGuide {

    private AgentsGuide() {}

    static String render(Onboarding onboarding) {
        return new Page()
                .heading(1, Page.plain(onboarding.profile().name()) + " — Agents")
                .paragraph(Page.plain(onboarding.answers().description()))
                .paragraph("Read `CLAUDE.md` in the project's root, then the one of the module that you work on:")
                .bullets(onboarding.modules().stream()
                        .map(module -> "%s: %s"
                                .formatted(
                                        Page.plain(module.name()),
                                        Page.code(module.isRoot() ? "CLAUDE.md" : module.path() + "/CLAUDE.md")))
                        .toList())
                .heading(2, "Rules")
                .numbered(RootGuide.rules(onboarding))
                .heading(2, "Reference")
                .bullets(List.of(
                        "`ARCHITECTURE.md`: modules and boundaries",
                        "`docs/agents/protocol.md`: requests, branches, gates",
                        "`docs/agents/conventions.md`: how code is written"))
                .text();
    }
}

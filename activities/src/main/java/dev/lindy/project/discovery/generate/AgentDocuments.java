package dev.lindy.project.discovery.generate;

import dev.lindy.project.discovery.analysis.ModuleProfile;
import dev.lindy.project.discovery.coupling.Coupling;
import java.util.List;

/** {@code docs/agents}: what {@code CLAUDE.md} only points to. */
final class AgentDocuments {

    private AgentDocuments() {}

    static String protocol(Onboarding onboarding) {
        Page page = new Page()
                .heading(
                        1,
                        "Coordination Protocol — "
                                + Page.plain(onboarding.profile().name()))
                .heading(2, "STATUS.md as Message Bus")
                .paragraph(
                        "Each module has a `STATUS.md` with its health, active and completed work, requests to and from other\n"
                                + "modules, deliverables, metrics and blockers.")
                .heading(3, "Request Flow")
                .numbered(List.of(
                        "Module A needs work of module B: A adds a row to \"Cross-Module Requests\" of its STATUS.md",
                        "The planner sees open requests and plans them",
                        "B does the work and adds a row to \"Cross-Module Deliverables\"",
                        "A reads the deliverable and sets the request to `DONE`"))
                .heading(2, "Branch-Based Delivery")
                .bullets(List.of(
                        "Each task has a branch `%s/task-<id>` and a worktree of its own"
                                .formatted(onboarding.answers().branchPrefix()),
                        "The agent commits there and nowhere else",
                        "What gates accept is merged into the goal's branch, in the order of dependencies"))
                .heading(2, "QA Gates")
                .paragraph(
                        "Gates judge every attempt. One that rejects it says why, and the next attempt starts with that.");
        for (ModuleProfile module : onboarding.modules()) {
            List<String> checks = onboarding.checks(module).stream()
                    .map(check -> Page.code(check.line()))
                    .toList();
            if (!checks.isEmpty()) {
                page.paragraph("**%s**: %s".formatted(Page.plain(module.name()), String.join(", ", checks)));
            }
        }
        page.heading(2, "Cross-Module Request Protocol")
                .bullets(List.of(
                        "Status `OPEN`; priority `P0` critical, `P1` high or `P2` normal",
                        "One request, one thing; say what you need and not how to do it",
                        "Do not change files of other modules yourself"));
        if (onboarding.answers().hasContracts()) {
            page.heading(2, "CONTRACTS.md")
                    .paragraph("Interfaces between modules stand in `CONTRACTS.md` and nowhere else.");
        }
        return page.heading(2, "ARCHITECTURE.md")
                .paragraph("The map of the project. Read it before you plan work on several modules.")
                .text();
    }

    static String conventions(Onboarding onboarding) {
        Page page = new Page()
                .heading(
                        1,
                        "Coding Conventions — "
                                + Page.plain(onboarding.profile().name()))
                .paragraph("> Derived from the technologies that were found. Make them yours.");
        boolean hasRules = false;
        for (ModuleProfile module : onboarding.modules()) {
            List<String> rules = Conventions.of(module);
            if (!rules.isEmpty()) {
                hasRules = true;
                page.heading(2, Page.plain(module.name())).bullets(rules);
            }
        }
        return hasRules
                ? page.text()
                : page.paragraph("Nothing is known of the languages used here yet.")
                        .text();
    }

    static String boundaries(Onboarding onboarding) {
        Page page = new Page()
                .heading(
                        1,
                        "Module Boundaries — " + Page.plain(onboarding.profile().name()))
                .paragraph("> What does not belong where.")
                .heading(2, "Module Isolation");
        List<String> isolation = ArchitectureDocument.isolation(onboarding);
        page.bullets(isolation.isEmpty() ? List.of("No module is known to be off limits for another") : isolation);
        page.heading(2, "Sensitive Paths (NEVER modify)")
                .bullets(onboarding.answers().sensitive().stream()
                        .map(Page::code)
                        .toList());
        if (onboarding.hasSeveralModules()) {
            page.heading(2, "Cross-Module Communication")
                    .paragraph("Modules talk through requests in STATUS.md and the interfaces of CONTRACTS.md.");
            if (!onboarding.answers().couplings().isEmpty()) {
                page.heading(3, "Allowed Interfaces")
                        .bullets(onboarding.answers().couplings().stream()
                                .map(AgentDocuments::allowed)
                                .toList());
            }
        }
        return page.heading(2, "Exceptions")
                .bullets(List.of(
                        "Shared config files in the project's root, for instance `docker-compose.yml`",
                        "Pipelines that build several modules",
                        "Documentation (`docs/`, `README.md`)"))
                .text();
    }

    private static String allowed(Coupling coupling) {
        String what = coupling.description().isEmpty() ? "" : ": " + Page.plain(coupling.description());
        return "%s → %s (%s)%s"
                .formatted(
                        Page.plain(coupling.from()),
                        Page.plain(coupling.to()),
                        coupling.kind().word(),
                        what);
    }
}

package dev.lindy.project.discovery.generate;

import dev.lindy.project.discovery.analysis.ModuleProfile;
import dev.lindy.project.discovery.coupling.Coupling;
import dev.lindy.project.discovery.coupling.Interface;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code CONTRACTS.md}: what modules promise each other, to be filled in by people. */
final class ContractsDocument {

    private record Section(String title, List<String> columns) {}

    private static final Map<Interface, Section> SECTIONS = Map.of(
            Interface.API, new Section("API Contracts", List.of("Endpoints")),
            Interface.FILE, new Section("File-Based Data Exchange", List.of("Path", "Format")),
            Interface.DATABASE, new Section("Database Contracts", List.of("Tables/Views")),
            Interface.ENV_VAR, new Section("Environment Variable Contracts", List.of("Variables")),
            Interface.MESSAGE_QUEUE, new Section("Message Queue Contracts", List.of("Topics/Queues")),
            Interface.LIBRARY, new Section("Library Contracts", List.of("Public types and functions")));

    private ContractsDocument() {}

    static String render(Onboarding onboarding) {
        Page page = new Page()
                .heading(1, Page.plain(onboarding.profile().name()) + " — Cross-Module Contracts")
                .paragraph("> This file is the single source of truth for interfaces between modules.\n"
                        + "> Change it first, then the code.");
        interfaces(page, onboarding);
        String prefix = onboarding.answers().branchPrefix();
        return page.heading(2, "Task ID Conventions")
                .paragraph("Ids in STATUS.md begin with the prefix of their module; work on several modules has `X-`.")
                .table(List.of("Module", "Prefix", "Example"), ids(onboarding))
                .heading(2, "CI Delivery Protocol")
                .numbered(List.of(
                        "Each task is done on a branch `%s/task-<id>`, for instance `%s/task-1`"
                                .formatted(prefix, prefix),
                        "The agent commits there; gates judge the commit",
                        "Accepted work is merged in the order of its dependencies",
                        "Rejected work is tried again, with what the gate said"))
                .heading(2, "STATUS.md Schema")
                .paragraph("Sections of every STATUS.md, by their exact headings:")
                .fence("markdown", SCHEMA.strip())
                .paragraph(
                        "Status: `IN_PROGRESS`, `BLOCKED`, `REVIEW`, `DONE`. Priority: `P0` critical, `P1` high, `P2` normal.\n"
                                + "Health: `GREEN` on track, `YELLOW` at risk, `RED` blocked.")
                .heading(2, "Change Protocol")
                .numbered(List.of(
                        "Propose a change as a cross-module request in STATUS.md",
                        "Get the consent of the modules that it touches",
                        "Change this file, then the code",
                        "Run the checks of all modules that it touches"))
                .text();
    }

    private static void interfaces(Page page, Onboarding onboarding) {
        for (Interface kind : Interface.values()) {
            List<Coupling> couplings = onboarding.answers().couplings().stream()
                    .filter(coupling -> coupling.kind() == kind)
                    .toList();
            Section section = SECTIONS.get(kind);
            if (!couplings.isEmpty() && section != null) {
                List<String> heading = new ArrayList<>(List.of("Dependency", "Description"));
                heading.addAll(section.columns());
                page.heading(2, section.title())
                        .table(
                                heading,
                                couplings.stream()
                                        .map(coupling -> row(coupling, section.columns()))
                                        .toList());
            }
        }
        if (onboarding.answers().couplings().isEmpty()) {
            page.heading(2, "Interfaces")
                    .paragraph("Modules: "
                            + Page.plainList(onboarding.modules().stream()
                                    .map(ModuleProfile::name)
                                    .toList()))
                    .paragraph("<!-- Endpoints, shared types, file formats, variables: write them down here. -->");
        }
    }

    private static List<String> row(Coupling coupling, List<String> columns) {
        List<String> row = new ArrayList<>();
        row.add(Page.plain(coupling.from()) + " → " + Page.plain(coupling.to()));
        row.add(Page.plain(coupling.description()));
        columns.forEach(column -> row.add("(to be defined)"));
        return row;
    }

    private static List<List<String>> ids(Onboarding onboarding) {
        Map<String, String> prefixes = TaskPrefixes.of(
                onboarding.modules().stream().map(ModuleProfile::name).toList());
        List<List<String>> rows = new ArrayList<>();
        prefixes.forEach((module, prefix) ->
                rows.add(List.of(Page.plain(module), Page.code(prefix + "-"), Page.code(prefix + "-001"))));
        return rows;
    }

    private static final String SCHEMA = """
            ## Meta
            | Key | Value |
            ## Active Work
            | ID | Task | Status | BlockedBy | Started | Notes |
            ## Completed (Recent)
            | ID | Task | Completed | Outcome |
            ## Backlog
            - [ ] Item
            ## Cross-Module Requests
            | ID | From | To | Request | Priority | Status |
            ## Cross-Module Deliverables
            | ID | From | To | Deliverable | Status | Path |
            ## Key Metrics
            | Metric | Value |
            ## Blockers
            - Description
            """;
}

package dev.lindy.project.discovery.generate;

import dev.lindy.project.discovery.analysis.ModuleProfile;
import dev.lindy.project.discovery.coupling.Coupling;
import dev.lindy.project.discovery.coupling.Evidence;
import dev.lindy.project.discovery.coupling.Interface;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** {@code ARCHITECTURE.md}: a map for planners and agents, in the lines that scans and layer checks read. */
final class ArchitectureDocument {

    private static final Set<String> FRONTEND = Set.of("React", "Next.js", "Vue", "Nuxt", "Angular", "Svelte");
    private static final Set<String> BACKEND =
            Set.of("FastAPI", "Django", "Flask", "Express", "Gin", "Spring", "NestJS", "ASP.NET Core");

    private ArchitectureDocument() {}

    static String render(Onboarding onboarding) {
        Page page = new Page()
                .heading(1, "Architecture — " + Page.plain(onboarding.profile().name()))
                .paragraph("> This is a **map**, not a manual: what exists where, how modules relate,\n"
                        + "> and what does not belong where.")
                .heading(2, "Module Topology")
                .bullets(onboarding.modules().stream()
                        .map(module -> topology(onboarding, module))
                        .toList());
        if (!onboarding.answers().couplings().isEmpty()) {
            page.heading(2, "Dependency Direction")
                    .bullets(onboarding.answers().couplings().stream()
                            .map(ArchitectureDocument::direction)
                            .toList());
        }
        page.heading(2, "Boundaries").bullets(boundaries(onboarding));
        List<String> layers = onboarding.modules().stream()
                .flatMap(module -> Layers.of(module).stream())
                .toList();
        if (!layers.isEmpty()) {
            page.heading(2, "Layer Structure").bullets(layers);
        }
        if (onboarding.answers().hasContracts()) {
            page.heading(2, "Shared Definitions")
                    .bullets(List.of(
                            "Shared types and interfaces are defined in `CONTRACTS.md`",
                            "Never copy type definitions between modules"));
        }
        return page.heading(2, "Sensitive Paths (DO NOT commit)")
                .bullets(onboarding.answers().sensitive().stream()
                        .map(Page::code)
                        .toList())
                .text();
    }

    private static String topology(Onboarding onboarding, ModuleProfile module) {
        List<String> purposes = onboarding.purposes(module);
        String technologies = module.technologies().isEmpty() ? "unknown" : Page.plainList(module.technologies());
        String what = purposes.isEmpty() ? "" : " — " + Page.plainList(purposes);
        return "**%s/** (%s) → %s%s"
                .formatted(Page.plain(module.name()), Page.code(module.path() + "/"), technologies, what);
    }

    private static String direction(Coupling coupling) {
        List<String> places = coupling.evidence().stream()
                .map(Evidence::place)
                .map(place -> Page.code(place.text()))
                .toList();
        int more = coupling.places() - places.size();
        String evidence = places.isEmpty()
                ? ""
                : "; see " + String.join(", ", places) + (more > 0 ? " and " + more + " more" : "");
        String description = coupling.description().isEmpty() ? "" : " (" + Page.plain(coupling.description()) + ")";
        return "%s → %s via %s%s%s"
                .formatted(
                        Page.plain(coupling.from()),
                        Page.plain(coupling.to()),
                        coupling.kind().word(),
                        description,
                        evidence);
    }

    private static List<String> boundaries(Onboarding onboarding) {
        List<String> rules = new ArrayList<>();
        for (Coupling coupling : onboarding.answers().couplings()) {
            if (coupling.kind() != Interface.LIBRARY) {
                rules.add("`%s/` does NOT reach into `%s/`: it goes through the %s"
                        .formatted(
                                coupling.from(), coupling.to(), coupling.kind().word()));
            }
        }
        rules.addAll(isolation(onboarding));
        for (ModuleProfile module : onboarding.modules()) {
            if (onboarding.hasSeveralModules() && module.technologies().stream().anyMatch(FRONTEND::contains)) {
                rules.add("`%s/` does NOT contain server-side logic: all data comes through an API"
                        .formatted(module.name()));
            } else if (onboarding.hasSeveralModules()
                    && module.technologies().stream().anyMatch(BACKEND::contains)) {
                rules.add("`%s/` does NOT contain user interface code".formatted(module.name()));
            }
        }
        if (rules.isEmpty()) {
            rules.add("The project is one module; there is nothing to keep apart yet");
        }
        return rules;
    }

    /** Which modules a module has no business with; what it was found to need is not forbidden. */
    static List<String> isolation(Onboarding onboarding) {
        List<String> rules = new ArrayList<>();
        for (ModuleProfile module : onboarding.modules()) {
            List<String> strangers = onboarding.strangers(module).stream()
                    .filter(other -> !other.isRoot() && !module.isRoot())
                    .map(other -> Page.code(other.name() + "/"))
                    .toList();
            if (!strangers.isEmpty()) {
                rules.add("%s does NOT import from %s"
                        .formatted(Page.code(module.name() + "/"), String.join(", ", strangers)));
            }
        }
        return rules;
    }
}

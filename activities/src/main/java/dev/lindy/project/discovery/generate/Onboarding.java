package dev.lindy.project.discovery.generate;

import dev.lindy.project.discovery.analysis.ModuleProfile;
import dev.lindy.project.discovery.analysis.ProjectProfile;
import dev.lindy.project.discovery.coupling.Coupling;
import dev.lindy.project.discovery.coupling.Interface;
import dev.lindy.project.discovery.interview.Answers;
import dev.lindy.project.discovery.manifest.ModuleCommand;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * All that generated files are made of.
 *
 * @param at the time that goes into them
 */
public record Onboarding(ProjectProfile profile, Answers answers, Instant at) {

    List<ModuleProfile> modules() {
        return profile.modules();
    }

    boolean hasSeveralModules() {
        return profile.hasSeveralModules();
    }

    /** What is known of a module's purpose: its patterns, then what a person said. */
    List<String> purposes(ModuleProfile module) {
        List<String> purposes = new ArrayList<>(module.patterns());
        String role = answers.roles().getOrDefault(module.name(), "");
        if (!role.isEmpty()) {
            purposes.add(role);
        }
        return purposes;
    }

    List<ModuleCommand> checks(ModuleProfile module) {
        return answers.checks().getOrDefault(module.name(), List.of());
    }

    List<Coupling> needs(ModuleProfile module) {
        return answers.couplings().stream()
                .filter(coupling -> coupling.from().equals(module.name()))
                .toList();
    }

    List<Coupling> neededBy(ModuleProfile module) {
        return answers.couplings().stream()
                .filter(coupling -> coupling.to().equals(module.name()))
                .toList();
    }

    /** Modules whose code a module does not use, as far as is known. */
    List<ModuleProfile> strangers(ModuleProfile module) {
        List<String> known = needs(module).stream()
                .filter(coupling -> coupling.kind() == Interface.LIBRARY)
                .map(Coupling::to)
                .toList();
        return modules().stream()
                .filter(other -> !other.name().equals(module.name()) && !known.contains(other.name()))
                .toList();
    }
}

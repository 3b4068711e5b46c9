package dev.lindy.project.discovery.interview;

import dev.lindy.project.discovery.analysis.ModuleProfile;
import dev.lindy.project.discovery.analysis.ProjectProfile;
import dev.lindy.project.discovery.manifest.ModuleCommand;
import dev.lindy.project.discovery.manifest.ModuleCommand.Kind;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the answers are where nobody is asked. */
public final class Defaults {

    private Defaults() {}

    public static Answers of(ProjectProfile profile) {
        return of(profile, Answers.BRANCH_PREFIX);
    }

    public static Answers of(ProjectProfile profile, String branchPrefix) {
        Map<String, List<ModuleCommand>> checks = new LinkedHashMap<>();
        for (ModuleProfile module : profile.modules()) {
            checks.put(
                    module.name(),
                    module.commands().stream()
                            .filter(command -> command.kind() != Kind.BUILD)
                            .toList());
        }
        return new Answers(
                description(profile),
                Map.of(),
                profile.couplings(),
                checks,
                Answers.SENSITIVE,
                profile.hasSeveralModules() ? Answers.MODERATE : 1,
                branchPrefix);
    }

    private static String description(ProjectProfile profile) {
        if (!profile.description().isEmpty()) {
            return profile.description();
        }
        Set<String> technologies = new LinkedHashSet<>();
        profile.modules()
                .forEach(module -> module.technologies().stream().limit(2).forEach(technologies::add));
        return technologies.isEmpty()
                ? "Project: " + profile.name()
                : "A project in " + String.join(", ", technologies);
    }
}

package dev.lindy.cli.command;

import dev.lindy.cli.view.Console;
import dev.lindy.cli.view.Sanitizer;
import dev.lindy.cli.view.Words;
import dev.lindy.project.discovery.analysis.ModuleProfile;
import dev.lindy.project.discovery.analysis.ProjectProfile;
import dev.lindy.project.discovery.coupling.Coupling;
import dev.lindy.project.discovery.coupling.Evidence;
import java.util.stream.Collectors;

/** What was found in a project, for people, on standard error. */
final class ProfileText {

    private ProfileText() {}

    static void print(Console console, ProjectProfile profile) {
        profile.notes().forEach(console::warning);
        console.info(
                "found " + Words.count(profile.modules().size(), "module") + " in " + Sanitizer.line(profile.name()));
        for (ModuleProfile module : profile.modules()) {
            String technologies =
                    module.technologies().isEmpty() ? "unknown" : String.join(", ", module.technologies());
            console.info("  " + Sanitizer.line("%s (%s/): %s".formatted(module.name(), module.path(), technologies)));
            if (module.isOwnRepository()) {
                console.warning("`%s` is a git repository of its own; runs do not work there yet, `lindy validate` does"
                        .formatted(module.path()));
            }
        }
        profile.couplings().forEach(coupling -> console.info("  " + line(coupling)));
        profile.ciFiles().forEach(file -> console.detail("  CI: " + Sanitizer.line(file)));
    }

    /** For instance {@code web needs api (library): web/package.json:7 @shop/api}. */
    static String line(Coupling coupling) {
        String evidence = coupling.evidence().stream().map(ProfileText::text).collect(Collectors.joining(", "));
        int more = coupling.places() - coupling.evidence().size();
        return Sanitizer.line("%s needs %s (%s)%s%s"
                .formatted(
                        coupling.from(),
                        coupling.to(),
                        coupling.kind().word(),
                        evidence.isEmpty() ? "" : ": " + evidence,
                        more > 0 ? " and " + more + " more" : ""));
    }

    private static String text(Evidence evidence) {
        return evidence.place().text() + " " + evidence.text();
    }
}

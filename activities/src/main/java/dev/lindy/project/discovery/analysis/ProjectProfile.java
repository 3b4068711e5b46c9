package dev.lindy.project.discovery.analysis;

import dev.lindy.project.discovery.coupling.Coupling;
import java.util.List;

/**
 * What is known of a project without asking anybody.
 *
 * @param name of its folder
 * @param description first sentence of its README, or empty
 * @param ciFiles files that set up continuous integration, relative to the root
 * @param downloads folders of downloaded packages that a fresh worktree needs, relative to the root
 * @param notes what could not be looked at, one sentence each
 */
public record ProjectProfile(
        String name,
        String description,
        List<ModuleProfile> modules,
        List<Coupling> couplings,
        List<String> ciFiles,
        List<String> downloads,
        List<String> notes) {

    public ProjectProfile {
        modules = List.copyOf(modules);
        couplings = List.copyOf(couplings);
        ciFiles = List.copyOf(ciFiles);
        downloads = List.copyOf(downloads);
        notes = List.copyOf(notes);
    }

    public boolean hasSeveralModules() {
        return modules.size() > 1;
    }

    public ProjectProfile withName(String other) {
        return new ProjectProfile(other, description, modules, couplings, ciFiles, downloads, notes);
    }
}

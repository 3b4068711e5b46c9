package dev.lindy.project.cleanup;

import dev.lindy.project.config.ModuleConfig;
import dev.lindy.project.file.ProjectFiles;
import dev.lindy.project.status.LastUpdate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** STATUS.md files that nobody has updated for long. */
final class StatusSweep {

    private final ProjectFiles files;
    private final List<ModuleConfig> modules;
    private final Limits limits;
    private final Instant now;

    StatusSweep(ProjectFiles files, List<ModuleConfig> modules, Limits limits, Instant now) {
        this.files = files;
        this.modules = modules;
        this.limits = limits;
        this.now = now;
    }

    List<Finding> look() {
        List<Finding> found = new ArrayList<>();
        for (ModuleConfig module : modules) {
            LastUpdate.of(files, module.statusFile())
                    .map(update -> Age.of(update, now))
                    .filter(age -> age.exceeds(limits.statusAge()))
                    .ifPresent(age -> found.add(
                            Finding.notice(Category.STATUS_DRIFT, module.statusFile(), "last updated " + age)));
        }
        return found;
    }
}

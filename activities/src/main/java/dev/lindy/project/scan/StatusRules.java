package dev.lindy.project.scan;

import dev.lindy.project.config.ModuleConfig;
import dev.lindy.project.file.ProjectFiles;
import dev.lindy.project.status.LastUpdate;
import dev.lindy.project.status.ModuleStatus;
import dev.lindy.project.status.StatusReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** STATUS.md of each module. */
final class StatusRules {

    /** A STATUS.md that nobody updated for longer is stale. */
    static final Duration MAX_AGE = Duration.ofDays(14);

    private static final Set<String> HEALTH = Set.of("GREEN", "YELLOW", "RED");

    private final ProjectFiles files;
    private final TaskBranches branches;
    private final Instant now;
    private final List<ScanFinding> found = new ArrayList<>();

    StatusRules(ProjectFiles files, TaskBranches branches, Instant now) {
        this.files = files;
        this.branches = branches;
        this.now = now;
    }

    List<ScanFinding> look(List<ModuleConfig> modules) {
        modules.forEach(this::look);
        return found;
    }

    private void look(ModuleConfig module) {
        Optional<ModuleStatus> read = StatusReader.read(files, module.statusFile());
        if (read.isEmpty()) {
            add(module, Severity.WARNING, "module `%s` has no STATUS.md".formatted(module.name()), "make it");
            return;
        }
        ModuleStatus status = read.get();
        if (status.unreadable() != null) {
            String description = "STATUS.md of `%s`: %s".formatted(module.name(), status.unreadable());
            add(module, Severity.WARNING, description, "make it a UTF-8 text file of the project");
            return;
        }
        if (!HEALTH.contains(status.health())) {
            add(
                    module,
                    Severity.WARNING,
                    "STATUS.md of `%s` has the health `%s`".formatted(module.name(), status.health()),
                    "set overall_health to GREEN, YELLOW or RED");
        }
        age(module);
        status.activeWork().forEach(work -> branch(module, work));
    }

    private void age(ModuleConfig module) {
        LastUpdate.of(files, module.statusFile())
                .map(update -> Duration.between(update, now))
                .filter(age -> age.compareTo(MAX_AGE) > 0)
                .ifPresent(age -> add(
                        module,
                        Severity.WARNING,
                        "STATUS.md of `%s` was last updated %d days ago".formatted(module.name(), age.toDays()),
                        "bring it up to date"));
    }

    private void branch(ModuleConfig module, ModuleStatus.WorkItem work) {
        if (work.status().equalsIgnoreCase("IN_PROGRESS") && !branches.hasBranchOf(work.id())) {
            add(
                    module,
                    Severity.INFO,
                    "`%s` is in progress in STATUS.md of `%s`, but has no branch `%s`"
                            .formatted(work.id(), module.name(), branches.usual(work.id())),
                    "set its status, or push its branch here");
        }
    }

    private void add(ModuleConfig module, Severity severity, String description, String remediation) {
        found.add(new ScanFinding(
                Category.STATUS_DRIFT, severity, description, module.statusFile(), 0, remediation, module.name()));
    }
}

package dev.lindy.cli.project;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lindy.project.config.ModuleConfig;
import dev.lindy.project.file.ProjectFiles;
import dev.lindy.project.status.ModuleStatus;
import dev.lindy.project.status.StatusReader;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a module's STATUS.md says of it.
 *
 * @param health {@code ?} where there is no file, {@code UNKNOWN} where it does not say
 * @param blockers null where there is no file
 * @param unreadable why the file cannot be read, or null
 */
public record ModuleHealth(
        String name,
        String health,
        String lastUpdated,
        int active,
        int openRequests,
        @Nullable List<String> blockers,
        @Nullable String unreadable) {

    private static final String NOT_SAID = "N/A";

    /** Every module in the order of the config. */
    public static List<ModuleHealth> of(Project project) {
        ProjectFiles files = new ProjectFiles(project.root());
        return project.config().modules().stream()
                .map(module -> of(files, module))
                .toList();
    }

    private static ModuleHealth of(ProjectFiles files, ModuleConfig module) {
        return of(module, StatusReader.read(files, module.statusFile()), 0);
    }

    /** @param working tasks at work in the module besides what its file names */
    static ModuleHealth of(ModuleConfig module, Optional<ModuleStatus> file, int working) {
        return file.map(status -> new ModuleHealth(
                        module.name(),
                        status.health(),
                        status.lastUpdated().isBlank() ? NOT_SAID : status.lastUpdated(),
                        status.activeWork().size() + working,
                        status.openRequests().size(),
                        status.blockers(),
                        status.unreadable()))
                .orElseGet(() -> new ModuleHealth(module.name(), "?", NOT_SAID, working, 0, null, null));
    }

    public int blockerCount() {
        return blockers == null ? 0 : blockers.size();
    }

    /** Writes the form of {@code status --json}. */
    public void write(ObjectNode json) {
        json.put("name", name);
        json.put("health", health);
        json.put("last_updated", lastUpdated);
        json.put("active_count", active);
        json.put("open_requests", openRequests);
        json.put("blocker_count", blockerCount());
        if (blockers != null) {
            ArrayNode array = json.putArray("blockers");
            blockers.forEach(array::add);
        }
        if (unreadable != null) {
            json.put("unreadable", unreadable);
        }
    }
}

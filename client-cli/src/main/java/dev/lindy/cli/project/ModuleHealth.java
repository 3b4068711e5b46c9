package dev.lindy.cli.project;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lindy.project.config.ModuleConfig;
import java.nio.file.Files;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a module's STATUS.md says of it.
 *
 * @param health {@code ?} where there is no file, {@code UNKNOWN} where it does not say
 * @param blockers null where there is no file
 */
public record ModuleHealth(
        String name,
        String health,
        String lastUpdated,
        int active,
        int openRequests,
        @Nullable List<String> blockers) {

    private static final String UNKNOWN = "UNKNOWN";

    /** Every module in the order of the config. */
    public static List<ModuleHealth> of(Project project) {
        return project.config().modules().stream()
                .map(module -> of(project, module))
                .toList();
    }

    private static ModuleHealth of(Project project, ModuleConfig module) {
        boolean there = Files.isRegularFile(project.root().resolve(module.statusFile()));
        return there
                ? new ModuleHealth(module.name(), UNKNOWN, "N/A", 0, 0, List.of())
                : new ModuleHealth(module.name(), "?", "N/A", 0, 0, null);
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
    }
}

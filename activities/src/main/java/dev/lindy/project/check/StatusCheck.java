package dev.lindy.project.check;

import dev.lindy.project.config.ModuleConfig;
import dev.lindy.project.status.ModuleStatus;
import dev.lindy.project.status.StatusReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** STATUS.md of each module: there, readable, with a health that means something. */
final class StatusCheck {

    private static final Set<String> HEALTH = new TreeSet<>(Set.of("GREEN", "RED", "YELLOW"));

    private StatusCheck() {}

    static List<Finding> of(CheckedProject project) {
        List<Finding> found = new ArrayList<>();
        for (ModuleConfig module : project.config().modules()) {
            String file = module.statusFile();
            if (!Files.isDirectory(project.root().resolve(module.path()))) {
                continue;
            }
            Optional<ModuleStatus> status = StatusReader.read(project.files(), file);
            if (status.isEmpty()) {
                found.add(Finding.warning(
                        "%s: module `%s` has no such file".formatted(file, module.name()),
                        "write one, or let `lindy onboard` do it"));
            } else {
                content(project, file, status.get(), found);
            }
        }
        return found;
    }

    private static void content(CheckedProject project, String file, ModuleStatus status, List<Finding> found) {
        if (status.unreadable() != null) {
            found.add(
                    Finding.problem(file + ": " + status.unreadable(), "mend the file; its health counts as UNKNOWN"));
            return;
        }
        if (!HEALTH.contains(status.health())) {
            found.add(Finding.warning(
                    "%s:%d: health cannot be `%s`"
                            .formatted(file, line(project, file, "overall_health"), status.health()),
                    "write GREEN, YELLOW or RED"));
        }
        if (status.lastUpdated().isBlank()) {
            found.add(Finding.warning(
                    "%s:%d: `last_updated` is missing in Meta".formatted(file, line(project, file, "## meta")), null));
        }
    }

    /** Line of the first mention, or 1. */
    private static int line(CheckedProject project, String file, String words) {
        try {
            String text = new String(project.files().read(file, StatusReader.MAX_BYTES), StandardCharsets.UTF_8);
            List<String> lines = text.lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).toLowerCase(Locale.ROOT).contains(words)) {
                    return i + 1;
                }
            }
        } catch (IOException e) {
            // it could be read a moment ago
        }
        return 1;
    }
}

package dev.lindy.project.cleanup;

import dev.lindy.project.file.IoReason;
import dev.lindy.project.file.ProjectFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** An action log that has grown too large; it is renamed, and the next entry begins a new one. */
final class LogSweep {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final double MEGABYTE = 1 << 20;

    private final ProjectFiles files;
    private final String path;
    private final Limits limits;
    private final Instant now;

    LogSweep(ProjectFiles files, String path, Limits limits, Instant now) {
        this.files = files;
        this.path = path;
        this.limits = limits;
        this.now = now;
    }

    List<Finding> look() {
        try {
            Path log = files.inside(path);
            if (!Files.isRegularFile(log) || Files.size(log) <= limits.logBytes()) {
                return List.of();
            }
            String size = String.format(Locale.ROOT, "%.1f MB", Files.size(log) / MEGABYTE);
            return List.of(
                    Finding.go(Category.LOG_ROTATION, path, size + "; kept under another name", () -> rotate(log)));
        } catch (IOException e) {
            return List.of(Finding.keep(Category.LOG_ROTATION, path, "it cannot be read: " + IoReason.of(e)));
        }
    }

    /** Writers open the log for each line: one that has it open still writes into the renamed file. */
    private String rotate(Path log) {
        String name = log.getFileName().toString();
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        String extension = dot > 0 ? name.substring(dot) : "";
        Path to = log.resolveSibling(stem + "-" + STAMP.format(now) + extension);
        try {
            // a move over a file that is there fails
            Files.move(log, to);
            return "";
        } catch (IOException e) {
            return "could not rename `" + log + "` to `" + to.getFileName() + "`: " + IoReason.of(e);
        }
    }
}

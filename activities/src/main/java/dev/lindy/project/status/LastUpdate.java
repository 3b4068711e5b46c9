package dev.lindy.project.status;

import dev.lindy.project.file.ProjectFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a STATUS.md was last updated: what its {@code last_updated} says, else the file's own time, which a fresh clone
 * makes new.
 */
public final class LastUpdate {

    private static final Pattern STAMP =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:[ T](\\d{2}:\\d{2})(?::\\d{2}(?:\\.\\d+)?)?)?.*");

    private LastUpdate() {}

    /** Empty where there is no such file. */
    public static Optional<Instant> of(ProjectFiles files, String path) {
        Optional<ModuleStatus> status = StatusReader.read(files, path);
        return status.isEmpty()
                ? Optional.empty()
                : said(status.get().lastUpdated()).or(() -> written(files, path));
    }

    /** A time of day that is not said is the first of the day; all are UTC. */
    static Optional<Instant> said(String text) {
        Matcher stamp = STAMP.matcher(text.strip());
        if (!stamp.matches()) {
            return Optional.empty();
        }
        try {
            LocalTime time = stamp.group(2) == null ? LocalTime.MIDNIGHT : LocalTime.parse(stamp.group(2));
            return Optional.of(LocalDate.parse(stamp.group(1)).atTime(time).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> written(ProjectFiles files, String path) {
        try {
            return Optional.of(Files.getLastModifiedTime(files.inside(path)).toInstant());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}

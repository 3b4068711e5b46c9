package dev.lindy.project.cleanup;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lindy.project.file.IoReason;
import dev.lindy.project.file.ProjectFiles;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Saved plans that are old and whose goal no session has. */
final class PlanSweep {

    private static final String FOLDER = ".orchestrator/plans";
    private static final int MAX_BYTES = 8 << 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ProjectFiles files;
    private final Set<String> goals;
    private final Instant now;

    /** @param goals of all sessions */
    PlanSweep(ProjectFiles files, Set<String> goals, Instant now) {
        this.files = files;
        this.goals = goals;
        this.now = now;
    }

    List<Finding> look() {
        List<Finding> found = new ArrayList<>();
        try (DirectoryStream<Path> plans = Files.newDirectoryStream(files.inside(FOLDER), "*.json")) {
            for (Path plan : plans) {
                Age age = Age.of(Files.getLastModifiedTime(plan).toInstant(), now);
                String path = FOLDER + "/" + plan.getFileName();
                if (age.exceeds(Limits.PLAN_AGE) && !goals.contains(goal(path))) {
                    found.add(Finding.notice(Category.ORPHAN_PLAN, path, "saved " + age + "; no session has its goal"));
                }
            }
        } catch (NoSuchFileException | NotDirectoryException none) {
            return List.of();
        } catch (IOException e) {
            found.add(Finding.keep(Category.ORPHAN_PLAN, FOLDER, "it cannot be read: " + IoReason.of(e)));
        }
        found.sort(Comparator.comparing(Finding::subject));
        return found;
    }

    private String goal(String plan) {
        try {
            return JSON.readTree(files.read(plan, MAX_BYTES)).path("goal").asText("");
        } catch (IOException unreadable) {
            return "";
        }
    }
}

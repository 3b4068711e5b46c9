package dev.lindy.cli.project;

import dev.lindy.cli.problem.UserProblem;
import dev.lindy.project.session.PastSession;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what a project's files say. Whatever does not hold together is a {@link UserProblem} with exit code 3. */
public interface Projects {

    /** The folder of the nearest config: the directory itself or one of nine above it. */
    Optional<Path> findRoot(Path directory);

    /**
     * Reads the project config; every problem of it is told at once.
     *
     * @param config the file, or null to look for it
     */
    Project load(Path directory, @Nullable Path config);

    /**
     * Reads a plan file; every problem of it is told at once.
     *
     * @param file as the person wrote it, relative to the directory or absolute
     */
    PlanFile readPlan(Path directory, Path file, Project project);

    /** Reads the plan of a session that lindy-orchestrator left; every problem of it is told at once. */
    PlanFile readPlan(PastSession session, Project project);
}

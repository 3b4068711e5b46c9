package dev.lindy.project.repository;

import dev.lindy.activities.git.GitFailed;
import dev.lindy.activities.git.GitProblem;
import dev.lindy.activities.git.Repository;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a run is to start.
 *
 * @param branchPrefix of the branches that a run makes, without the slash
 * @param base commit-ish, or null for HEAD
 */
public record StartingPoint(
        Path projectRoot, String branchPrefix, @Nullable String base) {

    /** What keeps a run from starting, and what a person can do about it. */
    public record Problem(String message, @Nullable String hint) {}

    /** Looks whether a run can start; changes nothing. */
    public Optional<Problem> problem(Map<String, String> callerEnvironment) {
        try {
            Repository repository = Repository.open(projectRoot, callerEnvironment);
            repository.resolveBase(base);
            repository.checkBranchPrefix(branchPrefix);
            return Optional.empty();
        } catch (GitProblem problem) {
            return Optional.of(new Problem(String.valueOf(problem.getMessage()), problem.hint()));
        } catch (GitFailed failure) {
            return Optional.of(new Problem(String.valueOf(failure.getMessage()), null));
        }
    }
}

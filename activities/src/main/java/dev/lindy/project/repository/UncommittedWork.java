package dev.lindy.project.repository;

import dev.lindy.activities.git.GitFailed;
import dev.lindy.activities.git.GitProblem;
import dev.lindy.activities.git.Repository;
import dev.lindy.activities.git.Snapshot;
import dev.lindy.activities.git.Snapshots;
import dev.lindy.run.BaseRef;
import dev.lindy.run.RunId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a person has not committed yet.
 *
 * @param sensitive patterns of files that may be in no commit
 */
public record UncommittedWork(Path projectRoot, List<String> sensitive) {

    public UncommittedWork {
        sensitive = List.copyOf(sensitive);
    }

    /**
     * The work as a commit on top of what is checked out.
     *
     * @param files paths from the top of the repository; empty where there was nothing to commit
     * @param leftOut sensitive files among the changes
     * @param notes what people should know besides
     */
    public record Kept(BaseRef base, List<String> files, List<String> leftOut, List<String> notes) {

        public Kept {
            files = List.copyOf(files);
            leftOut = List.copyOf(leftOut);
            notes = List.copyOf(notes);
        }
    }

    /** Paths that differ from the commit that is checked out; changes nothing. */
    public List<String> files(Map<String, String> callerEnvironment) throws UnusableRepositoryException {
        try {
            return Repository.open(projectRoot, callerEnvironment).dirtyFiles();
        } catch (GitProblem | GitFailed problem) {
            throw UnusableRepositoryException.of(problem);
        }
    }

    /** Keeps the work as a commit for a run; nothing of the user's is touched. */
    public Kept keep(RunId run, Map<String, String> callerEnvironment) throws UnusableRepositoryException {
        try {
            Repository repository = Repository.open(projectRoot, callerEnvironment);
            Snapshot snapshot = new Snapshots(repository, sensitive).take(run);
            return new Kept(snapshot.base(), snapshot.files(), snapshot.leftOut(), snapshot.notes());
        } catch (GitProblem | GitFailed problem) {
            throw UnusableRepositoryException.of(problem);
        }
    }
}

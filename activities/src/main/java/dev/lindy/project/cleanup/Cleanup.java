package dev.lindy.project.cleanup;

import dev.lindy.activities.git.GitFailed;
import dev.lindy.activities.git.GitProblem;
import dev.lindy.activities.git.Repository;
import dev.lindy.activities.git.Upkeep;
import dev.lindy.project.config.ProjectConfig;
import dev.lindy.project.file.ProjectFiles;
import dev.lindy.project.repository.RunJournals;
import dev.lindy.project.session.PastSession;
import dev.lindy.project.session.PastSessions;
import dev.lindy.state.RunFiles;
import dev.lindy.state.StateDirectory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks for what a project and its runs have left behind. Looking changes nothing. */
public final class Cleanup {

    private final Path root;
    private final ProjectConfig config;
    private final StateDirectory state;
    private final Limits limits;
    private final Instant now;

    public Cleanup(Path root, ProjectConfig config, StateDirectory state, Limits limits, Instant now) {
        this.root = root;
        this.config = config;
        this.state = state;
        this.limits = limits;
        this.now = now;
    }

    /**
     * What was found.
     *
     * @param problems what could not be looked at, one sentence each
     */
    public record Report(List<Finding> findings, List<String> problems) {

        public Report {
            findings = List.copyOf(findings);
            problems = List.copyOf(problems);
        }
    }

    /** Everything past its limit, by category. */
    public Report look(Map<String, String> callerEnvironment) {
        RunOwners owners = new RunOwners(root, new RunFiles(state), new RunJournals(root, callerEnvironment));
        List<Finding> found = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        try {
            Upkeep git = new Upkeep(
                    Repository.open(root, callerEnvironment), config.project().branchPrefix());
            found.addAll(new BranchSweep(git, owners, limits, now).look());
            found.addAll(new WorktreeSweep(git, owners, state, root, limits, now).look());
        } catch (GitProblem | GitFailed unusable) {
            problems.add("branches and worktrees were not looked at: " + unusable.getMessage());
        }
        Set<Path> going = found.stream()
                .filter(finding -> finding.category() == Category.STALE_WORKTREE && finding.fate() == Finding.Fate.GO)
                .map(finding -> Path.of(finding.subject()))
                .collect(Collectors.toSet());
        found.addAll(new RunSweep(state, owners, root, limits, now).look(going));
        found.addAll(files(owners));
        return new Report(found, problems);
    }

    private List<Finding> files(RunOwners owners) {
        ProjectFiles files = new ProjectFiles(root);
        ProjectConfig.Logging logging = config.logging();
        PastSessions sessions = new PastSessions(files, logging.sessionDir());
        Set<String> goals =
                sessions.list().sessions().stream().map(PastSession::goal).collect(Collectors.toSet());
        List<Finding> found = new ArrayList<>();
        found.addAll(new SessionSweep(sessions, owners, limits, now).look());
        found.addAll(new LogSweep(files, logging.dir() + "/" + logging.logFile(), limits, now).look());
        found.addAll(new StatusSweep(files, config.modules(), limits, now).look());
        found.addAll(new PlanSweep(files, goals, now).look());
        return found;
    }
}

package dev.lindy.project.check;

import dev.lindy.activities.git.GitProblem;
import dev.lindy.activities.git.remote.Remote;
import dev.lindy.project.config.ModuleConfig;
import dev.lindy.project.config.ProjectConfig;
import dev.lindy.project.github.Gh;
import dev.lindy.project.github.GhRepository;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What keeps gate {@code ci_check} from being asked for in a project; looked for without the network. */
public final class CiObstacles {

    private CiObstacles() {}

    /**
     * One obstacle.
     *
     * @param message lower-case, without full stop
     * @param hint one action that could help
     */
    public record Obstacle(String message, String hint) {}

    /** The first thing in the way, or empty where a task may name the gate. */
    public static Optional<Obstacle> first(ProjectConfig config, Path root, Map<String, String> environment) {
        Gh gh = new Gh(root, environment);
        if (!gh.isInstalled()) {
            return obstacle("`gh` is not in PATH", "install the GitHub CLI");
        }
        Optional<String> origin = origin(root, environment);
        if (origin.isEmpty()) {
            return obstacle("the repository has no remote `origin`", "add it with `git remote add origin URL`");
        }
        Optional<GhRepository> repository = repository(config, origin.get());
        if (repository.isEmpty()) {
            return obstacle("no module says which GitHub repository runs CI", "set `modules[].repo` to `owner/name`");
        }
        return gh.isLoggedInAt(repository.get())
                ? Optional.empty()
                : obstacle("`gh` is not logged in", "log in with `gh auth login`, or set `GH_TOKEN`");
    }

    private static Optional<Obstacle> obstacle(String message, String hint) {
        return Optional.of(new Obstacle(message, hint));
    }

    private static Optional<String> origin(Path root, Map<String, String> environment) {
        try {
            return Remote.origin(root, environment, false).map(Remote::address);
        } catch (GitProblem noGit) {
            return Optional.empty();
        }
    }

    private static Optional<GhRepository> repository(ProjectConfig config, String origin) {
        List<String> named = config.modules().stream().map(ModuleConfig::repo).toList();
        return named.stream()
                .flatMap(name -> GhRepository.parse(name).stream())
                .findFirst()
                .or(() -> GhRepository.ofRemote(origin));
    }
}

package dev.lindy.project.scan;

import dev.lindy.activities.git.GitBinary;
import dev.lindy.activities.git.GitFailed;
import dev.lindy.activities.git.GitOutput;
import dev.lindy.activities.git.GitProblem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names of the project's task branches. Git is asked on first use, because most projects need no answer. */
final class TaskBranches {

    private final Path root;
    private final String prefix;
    private final Map<String, String> callerEnvironment;
    private @Nullable List<String> names;
    private boolean unknown;

    TaskBranches(Path root, String prefix, Map<String, String> callerEnvironment) {
        this.root = root;
        this.prefix = prefix;
        this.callerEnvironment = Map.copyOf(callerEnvironment);
    }

    /** Whether there is a branch {@code <prefix>/task-<id>} or {@code <prefix>/<id>}; where git cannot say, there is. */
    boolean hasBranchOf(String id) {
        String plain = id.toLowerCase(Locale.ROOT);
        List<String> known = names();
        return unknown || known.contains(plain) || known.contains("task-" + plain);
    }

    String usual(String id) {
        return prefix + "/task-" + id;
    }

    private List<String> names() {
        if (names == null) {
            names = ask();
        }
        return names;
    }

    private List<String> ask() {
        String folder = "refs/heads/" + prefix + "/";
        try {
            GitOutput output = GitBinary.in(callerEnvironment)
                    .run(root, List.of("for-each-ref", "--format=%(refname)", folder), null, Map.of());
            unknown = !output.succeeded();
            return new String(output.stdout(), StandardCharsets.UTF_8)
                    .lines()
                    .map(ref -> ref.substring(folder.length()).toLowerCase(Locale.ROOT))
                    .toList();
        } catch (GitProblem | GitFailed noAnswer) {
            unknown = true;
            return List.of();
        }
    }
}

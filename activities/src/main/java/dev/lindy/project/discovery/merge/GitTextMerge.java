package dev.lindy.project.discovery.merge;

import dev.lindy.activities.git.GitBinary;
import dev.lindy.activities.git.GitFailed;
import dev.lindy.activities.git.GitOutput;
import dev.lindy.activities.git.GitProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Merges with {@code git merge-file}, which needs no repository. */
public final class GitTextMerge implements TextMerge {

    /** Exit statuses from here on are failures; below, they count conflicts. */
    private static final int FAILED = 128;

    private static final String START = "<<<<<<<";
    private static final String MIDDLE = "=======";
    private static final String END = ">>>>>>>";

    private final Map<String, String> environment;

    /** @param callerEnvironment to find git with */
    public GitTextMerge(Map<String, String> callerEnvironment) {
        this.environment = Map.copyOf(callerEnvironment);
    }

    @Override
    public Merged merge(String users, String base, String generated) throws UnmergeableException {
        try {
            Path folder = Files.createTempDirectory("lindy-merge");
            try {
                Files.writeString(folder.resolve("yours"), users);
                Files.writeString(folder.resolve("before"), base);
                Files.writeString(folder.resolve("now"), generated);
                GitOutput marked = run(folder, List.of("merge-file", "-p", "yours", "before", "now"));
                if (marked.exit() == 0) {
                    return new Merged(text(marked), List.of());
                }
                GitOutput ours = run(folder, List.of("merge-file", "-p", "--ours", "yours", "before", "now"));
                return new Merged(text(ours), conflicts(text(marked)));
            } finally {
                for (String name : List.of("yours", "before", "now")) {
                    Files.deleteIfExists(folder.resolve(name));
                }
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw new UnmergeableException("could not merge: " + e.getMessage(), e);
        }
    }

    private GitOutput run(Path folder, List<String> arguments) throws UnmergeableException {
        try {
            GitOutput output = GitBinary.in(environment).run(folder, arguments, null, Map.of());
            if (output.exit() < 0 || output.exit() >= FAILED) {
                throw new UnmergeableException("could not merge: " + output.complaint());
            }
            return output;
        } catch (GitProblem | GitFailed e) {
            throw new UnmergeableException(String.valueOf(e.getMessage()), e);
        }
    }

    private static String text(GitOutput output) {
        return new String(output.stdout(), StandardCharsets.UTF_8);
    }

    /** Where the user's sides of the marked text will stand once the other sides are gone. */
    private static List<Integer> conflicts(String marked) {
        List<Integer> conflicts = new ArrayList<>();
        int line = 0;
        boolean isTheirs = false;
        for (String text : marked.lines().toList()) {
            if (text.startsWith(START)) {
                conflicts.add(line + 1);
            } else if (text.startsWith(MIDDLE)) {
                isTheirs = true;
            } else if (text.startsWith(END)) {
                isTheirs = false;
            } else if (!isTheirs) {
                line++;
            }
        }
        return conflicts;
    }
}

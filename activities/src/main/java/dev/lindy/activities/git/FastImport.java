package dev.lindy.activities.git;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes commits in one process, without index and worktree, and without moving a ref. */
final class FastImport {

    private static final String EXECUTABLE = "100755";
    private static final String SCRATCH = "refs/lindy/scratch";

    private final Git git;
    private final Identity identity;

    FastImport(Git git, Identity identity) {
        this.git = git;
        this.identity = identity;
    }

    /**
     * Makes a commit.
     *
     * @param parents full ids, the first one's tree is the start
     * @param tree replaces that tree, or null to go on from it
     * @param files content by path, put over the tree
     * @param at the date of the commit
     */
    String commit(List<String> parents, @Nullable String tree, Map<String, byte[]> files, String message, Instant at) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        text(stream, "feature done\ncommit " + SCRATCH + "\nmark :1\n");
        text(stream, "committer " + identity.line(at.getEpochSecond()) + "\n");
        data(stream, message.getBytes(StandardCharsets.UTF_8));
        for (int n = 0; n < parents.size(); n++) {
            text(stream, (n == 0 ? "from " : "merge ") + parents.get(n) + "\n");
        }
        if (tree != null) {
            text(stream, "M 040000 " + tree + " \n");
        }
        Set<String> programs = tree == null ? Set.of() : executable(tree, files.keySet());
        files.forEach((path, bytes) -> {
            text(stream, "M " + (programs.contains(path) ? EXECUTABLE : "100644") + " inline " + quoted(path) + "\n");
            data(stream, bytes);
        });
        // a reset forgets the scratch ref, so that the commit is all that is written
        text(stream, "get-mark :1\nreset " + SCRATCH + "\n\ndone\n");
        return git.run(List.of("fast-import", "--quiet", "--date-format=raw"), stream.toByteArray())
                .line();
    }

    /** Those of the files that the tree has as programs, and that stay so. */
    private Set<String> executable(String tree, Set<String> files) {
        if (files.isEmpty()) {
            return Set.of();
        }
        List<String> command = new ArrayList<>(List.of("ls-tree", "-z", "--full-tree", tree, "--"));
        command.addAll(files);
        return git.run(command.toArray(String[]::new)).records().stream()
                .filter(record -> record.startsWith(EXECUTABLE))
                .map(record -> record.substring(record.indexOf('\t') + 1))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String quoted(String path) {
        return '"' + path.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    private static void data(ByteArrayOutputStream stream, byte[] bytes) {
        text(stream, "data " + bytes.length + "\n");
        stream.writeBytes(bytes);
        text(stream, "\n");
    }

    private static void text(ByteArrayOutputStream stream, String text) {
        stream.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}

package dev.lindy.activities.git;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reading and moving refs; every move is all or nothing. */
final class Refs {

    private final Git git;
    private final LockPatience patience;

    Refs(Git git, LockPatience patience) {
        this.git = git;
        this.patience = patience;
    }

    /** The refs that match, by full name; a pattern is a full name or a folder of refs. */
    Map<String, RefState> read(String... patterns) {
        List<String> args =
                new ArrayList<>(List.of("for-each-ref", "--format=%(refname)%00%(objectname)%00%(worktreepath)"));
        args.addAll(List.of(patterns));
        Map<String, RefState> states = new LinkedHashMap<>();
        for (String line : git.run(patience, args).lines()) {
            String[] part = line.split("\0", -1);
            states.put(part[0], new RefState(part[1], part[2].isEmpty() ? null : Path.of(part[2])));
        }
        return states;
    }

    /** Where one ref stands, or null where it is not there. */
    @Nullable
    RefState state(String ref) {
        Optional<RefFiles> files = git.files().refs();
        if (files.isPresent() && !files.get().isCheckedOut(ref)) {
            return object(ref).map(id -> new RefState(id, null)).orElse(null);
        }
        return read(ref).get(ref);
    }

    Optional<String> object(String ref) {
        return git.object(ref);
    }

    /** Moves a ref that is ours alone and has no log, without a process where nobody else is at it. */
    boolean moveOwn(RefUpdate update, String reason) {
        return git.files()
                        .refs()
                        .filter(files -> files.swap(update.ref(), update.from(), update.to()))
                        .isPresent()
                || move(List.of(update), reason);
    }

    boolean move(List<RefUpdate> updates, String reason) {
        return attempt(updates, reason).succeeded();
    }

    /** Moves all refs or none; the answer says why not. */
    GitOutput attempt(List<RefUpdate> updates, String reason) {
        StringBuilder lines = new StringBuilder();
        updates.forEach(update -> lines.append(update.line()));
        byte[] stdin = lines.toString().getBytes(StandardCharsets.UTF_8);
        return patience.run(() -> git.attempt(List.of("update-ref", "-m", reason, "--stdin"), stdin));
    }

    /**
     * Deletes all refs or none; each must hold what the map says.
     *
     * @return why they stay, or an empty text when they are gone
     */
    String delete(Map<String, String> refs, String reason) {
        StringBuilder lines = new StringBuilder();
        refs.forEach((ref, object) ->
                lines.append("delete ").append(ref).append(' ').append(object).append('\n'));
        byte[] stdin = lines.toString().getBytes(StandardCharsets.UTF_8);
        GitOutput output = patience.run(() -> git.attempt(List.of("update-ref", "-m", reason, "--stdin"), stdin));
        return output.succeeded() ? "" : output.complaint();
    }

    /**
     * Keeps a commit reachable; a ref of the same name that holds something else stays, the new one then carries the
     * commit's id in its name.
     */
    String keep(String ref, String commit) {
        if (move(List.of(new RefUpdate(ref, null, commit)), "lindy: keep")
                || object(ref).filter(commit::equals).isPresent()) {
            return ref;
        }
        String other = ref + "-" + commit.substring(0, 12);
        git.run("update-ref", "-m", "lindy: keep", other, commit);
        return other;
    }
}

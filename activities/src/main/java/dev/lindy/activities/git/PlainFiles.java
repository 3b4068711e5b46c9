package dev.lindy.activities.git;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the files of a repository say without a git process, which costs milliseconds. Everything here may answer
 * "unknown"; then git is asked. Of use only in repositories of the usual form: refs in files, SHA-1, not shared, no
 * object replaced.
 */
final class PlainFiles {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{40}");
    private static final Pattern UNUSUAL = Pattern.compile(
            "core\\.sharedrepository\\n(?!false|umask|0$).*|extensions\\.(objectformat\\n(?!sha1$)|refstorage\\n(?!files$)).*",
            Pattern.CASE_INSENSITIVE);
    /** Commits that are looked at before git is asked. */
    private static final int MAX_WALK = 64;

    private final @Nullable RefFiles refs;
    private final @Nullable ObjectFiles objects;

    private PlainFiles(@Nullable RefFiles refs, @Nullable ObjectFiles objects) {
        this.refs = refs;
        this.objects = objects;
    }

    /** Knows nothing. */
    static PlainFiles unknown() {
        return new PlainFiles(null, null);
    }

    /** Asks git once whether the repository has the usual form. */
    static PlainFiles of(Git git, Path commonDir) {
        boolean unusual = git
                .attempt("config", "-z", "--get-regexp", "^(core\\.sharedrepository|extensions\\..*)$")
                .records()
                .stream()
                .anyMatch(record -> UNUSUAL.matcher(record).matches());
        if (unusual
                || Files.exists(commonDir.resolve("reftable"))
                || !Files.isDirectory(commonDir.resolve("objects"))
                || !git.run("for-each-ref", "--count=1", "refs/replace/").line().isEmpty()) {
            return unknown();
        }
        return new PlainFiles(new RefFiles(commonDir), new ObjectFiles(commonDir.resolve("objects")));
    }

    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    Optional<RefFiles> refs() {
        return Optional.ofNullable(refs);
    }

    Optional<ObjectFiles> objects() {
        return Optional.ofNullable(objects);
    }

    /** All refs below these folders of refs, where each holds an id; empty where one does not or nobody knows. */
    Optional<Map<String, String>> refsBelow(String folder) {
        return refs().map(files -> files.below(folder))
                .filter(found -> found.values().stream().allMatch(PlainFiles::isId));
    }

    /** The commit's tree and parents. */
    Optional<CommitText> commit(String id) {
        return isId(id) ? objects().flatMap(files -> files.read("commit", id)).map(CommitText::of) : Optional.empty();
    }

    /** True where the ancestor surely is in the history of the commit; false says nothing. */
    boolean surelyHolds(String commit, String ancestor) {
        Deque<String> open = new ArrayDeque<>(Set.of(commit));
        Set<String> seen = new HashSet<>();
        while (!open.isEmpty() && seen.size() < MAX_WALK) {
            String id = open.remove();
            if (id.equals(ancestor)) {
                return true;
            }
            if (seen.add(id)) {
                commit(id).ifPresent(text -> open.addAll(text.parents()));
            }
        }
        return open.contains(ancestor);
    }
}

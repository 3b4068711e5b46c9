package dev.lindy.activities.guard;

import dev.lindy.activities.git.GitFailed;
import dev.lindy.activities.git.GitRunner;
import dev.lindy.activities.guard.SharedFiles.Copy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Notices what happens to a repository's settings and hooks while an agent works, for worktrees share them, and puts
 * back what would change whose commits these are, what programs git runs or whether it works at all. Settings that
 * people change every day, such as {@code branch.*}, stay. Works also where the repository does not work any more.
 */
public final class SharedFilesGuard {

    private static final List<String> CONFIGS = List.of("config", "config.worktree");
    private static final List<String> WHOLE_FILES = List.of("info/attributes");
    private static final String HOOKS = "hooks";
    private static final int MAX_KEYS = 10;

    private final GitRunner git;

    public SharedFilesGuard(GitRunner git) {
        this.git = git;
    }

    /**
     * Settings and hooks now.
     *
     * @param copies folder that the files are copied to
     */
    public static SharedFiles snapshot(Path commonDir, Path copies) {
        FileCopies kept = new FileCopies(copies);
        Map<String, Copy> files = new TreeMap<>();
        try {
            for (String name : names(commonDir)) {
                files.put(name, kept.keep(commonDir.resolve(name)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not read the settings of " + commonDir, e);
        }
        return new SharedFiles(commonDir, copies, files);
    }

    private static Set<String> names(Path commonDir) throws IOException {
        Set<String> names = new TreeSet<>();
        for (List<String> some : List.of(CONFIGS, WHOLE_FILES)) {
            some.stream()
                    .filter(name -> Files.isRegularFile(commonDir.resolve(name)))
                    .forEach(names::add);
        }
        Path hooks = commonDir.resolve(HOOKS);
        if (Files.isDirectory(hooks)) {
            try (DirectoryStream<Path> found = Files.newDirectoryStream(hooks)) {
                for (Path hook : found) {
                    String name = hook.getFileName().toString();
                    if (!name.endsWith(".sample") && !name.endsWith(".lock") && Files.isRegularFile(hook)) {
                        names.add(HOOKS + "/" + name);
                    }
                }
            }
        }
        return names;
    }

    /**
     * Compares with an earlier moment and puts back what must not have changed.
     *
     * <p>Idempotent.
     *
     * @return one sentence per file, without full stop
     */
    public List<String> putBack(SharedFiles before) {
        List<String> notes = new ArrayList<>();
        SharedFiles now = snapshot(before.commonDir(), before.copies());
        Set<String> names = new TreeSet<>(before.files().keySet());
        names.addAll(now.files().keySet());
        for (String name : names) {
            Copy was = before.files().get(name);
            Copy is = now.files().get(name);
            if (was == null ? is != null : !was.equals(is)) {
                compare(before, name, was, is).ifPresent(notes::add);
            }
        }
        return notes;
    }

    private Optional<String> compare(SharedFiles before, String name, @Nullable Copy was, @Nullable Copy is) {
        try {
            return CONFIGS.contains(name) && was != null && is != null
                    ? config(before, name, was)
                    : Optional.of(whole(before, name, was, is));
        } catch (FileAlreadyExistsException locked) {
            return Optional.of("`.git/%s` changed during the attempt and could not be put back: `%s` is in the way"
                    .formatted(name, locked.getFile()));
        } catch (IOException | GitFailed e) {
            return Optional.of("`.git/%s` changed during the attempt and could not be put back: %s"
                    .formatted(name, e.getMessage()));
        }
    }

    private static String whole(SharedFiles before, String name, @Nullable Copy was, @Nullable Copy is)
            throws IOException {
        FileCopies copies = new FileCopies(before.copies());
        Path file = before.commonDir().resolve(name);
        if (was == null) {
            Files.deleteIfExists(file);
            return "`.git/%s` appeared during the attempt and was removed%s".formatted(name, kept(copies, is));
        }
        Files.createDirectories(Objects.requireNonNull(file.getParent(), "a file has a folder"));
        try (FileLock lock = FileLock.of(file)) {
            lock.fill(copies.read(was));
            lock.publish(was.executable());
        }
        String what = is == null ? "vanished" : "changed";
        return "`.git/%s` %s during the attempt and was put back%s".formatted(name, what, kept(copies, is));
    }

    private static String kept(FileCopies copies, @Nullable Copy copy) {
        return copy == null ? "" : "; what it held is kept as `" + copies.path(copy) + "`";
    }

    private Optional<String> config(SharedFiles before, String name, Copy was) throws IOException {
        FileCopies copies = new FileCopies(before.copies());
        Optional<Map<String, List<String>>> wanted = new ConfigFile(git, copies.path(was)).read();
        try (FileLock lock = FileLock.of(before.commonDir().resolve(name))) {
            // once more under the lock: what others write meanwhile must not get lost
            Copy is = copies.keep(before.commonDir().resolve(name));
            Optional<Map<String, List<String>>> found = new ConfigFile(git, copies.path(is)).read();
            if (wanted.isEmpty() || found.isEmpty() || !isKnownFormat(found.get())) {
                lock.fill(copies.read(was));
                lock.publish(was.executable());
                return Optional.of("`.git/%s` was of no use to git after the attempt and was put back%s"
                        .formatted(name, kept(copies, is)));
            }
            ConfigChanges changes = ConfigChanges.between(wanted.get(), found.get());
            if (changes.guarded().isEmpty()) {
                return told(name, changes);
            }
            if (changes.isGuardedAlone()) {
                lock.fill(copies.read(was));
            } else {
                lock.fill(copies.read(is));
                ConfigFile edited = new ConfigFile(git, lock.path());
                for (String key : changes.guarded()) {
                    edited.put(key, wanted.get().getOrDefault(key, List.of()));
                }
            }
            lock.publish(was.executable());
            return Optional.of("%s changed in `.git/%s` during the attempt and %s put back%s"
                    .formatted(
                            keys(changes.guarded()),
                            name,
                            changes.guarded().size() == 1 ? "was" : "were",
                            kept(copies, is)));
        }
    }

    private static boolean isKnownFormat(Map<String, List<String>> config) {
        return config.getOrDefault("core.repositoryformatversion", List.of("0")).stream()
                .allMatch(version -> version.equals("0") || version.equals("1"));
    }

    private static Optional<String> told(String name, ConfigChanges changes) {
        return changes.told().isEmpty()
                ? Optional.empty()
                : Optional.of("%s changed in `.git/%s` during the attempt".formatted(keys(changes.told()), name));
    }

    private static String keys(Set<String> keys) {
        List<String> shown =
                keys.stream().limit(MAX_KEYS).map(key -> "`" + key + "`").toList();
        String text = String.join(", ", shown);
        return keys.size() > MAX_KEYS ? text + " and " + (keys.size() - MAX_KEYS) + " more" : text;
    }
}

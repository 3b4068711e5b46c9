package dev.lindy.activities.gate.shape;

import dev.lindy.activities.git.Blobs;
import dev.lindy.activities.git.Changes;
import dev.lindy.activities.git.FileChange;
import dev.lindy.activities.git.FileMarks;
import dev.lindy.activities.git.Repository;
import dev.lindy.project.imports.SourceLanguage;
import dev.lindy.project.imports.resolve.ImportTargets;
import dev.lindy.project.imports.resolve.SourceIndex;
import dev.lindy.project.scan.Architecture;
import dev.lindy.project.scan.SourceKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads a change from git: its commits, not what is checked out. Paths are relative to the project; those outside of it
 * start with {@code ../}.
 */
public final class ChangeReader {

    /** Longer files are no sources, in bytes. */
    private static final int LARGEST = 8 << 20;

    private final Repository repository;
    private final Changes changes;
    private final String base;
    private final String commit;

    /**
     * A reader of what a commit changes.
     *
     * @param base what it is compared with; also where the rules of the project are read
     */
    public ChangeReader(Repository repository, String base, String commit) {
        this.repository = repository;
        this.changes = new Changes(repository);
        this.base = base;
        this.commit = commit;
    }

    /** All files of the change. */
    public List<ChangedFile> files() {
        List<ChangedFile> files = new ArrayList<>();
        for (FileChange change : changes.withRenames(base, commit)) {
            if (!change.before().equals(change.path())) {
                files.add(new ChangedFile(inProject(change.before()), true));
            }
            files.add(new ChangedFile(inProject(change.path()), change.isGone()));
        }
        return files;
    }

    /**
     * A path that the change touches.
     *
     * @param isGone whether nothing is there any more
     */
    public record ChangedFile(String path, boolean isGone) {}

    /** The source files of the change that people write: no deleted, binary or generated ones. */
    public List<ChangedSource> sources() {
        List<FileChange> judged = changes.withRenames(base, commit).stream()
                .filter(change -> change.isRegular() && isSource(change.path()))
                .toList();
        Map<String, SourceFacts> facts = facts(judged);
        List<ChangedSource> sources = new ArrayList<>();
        for (FileChange change : judged) {
            SourceFacts now = facts.get(key(change.newId(), change.path()));
            if (now != null && now.isWritten()) {
                SourceFacts before = facts.getOrDefault(key(change.oldId(), change.before()), SourceFacts.none());
                sources.add(source(change, before, now));
            }
        }
        return sources;
    }

    private ChangedSource source(FileChange change, SourceFacts before, SourceFacts now) {
        boolean isElsewhere = !folder(change.path()).equals(folder(change.before()));
        return new ChangedSource(
                inProject(change.path()),
                change.isNew() || isElsewhere,
                now.lines(),
                before.lines(),
                SourceLanguage.of(change.path()).orElse(null),
                NewImports.of(isElsewhere ? List.of() : before.imports(), now.imports()));
    }

    private static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    private static boolean isSource(String path) {
        boolean isKnown = SourceKind.isSource(path.substring(path.lastIndexOf('/') + 1))
                || SourceLanguage.of(path).isPresent();
        return isKnown && !GeneratedFile.isNamedSo(path);
    }

    private Map<String, SourceFacts> facts(List<FileChange> judged) {
        Map<String, List<String>> paths = new HashMap<>();
        for (FileChange change : judged) {
            paths.computeIfAbsent(change.newId(), id -> new ArrayList<>()).add(change.path());
            if (!change.isNew()) {
                paths.computeIfAbsent(change.oldId(), id -> new ArrayList<>()).add(change.before());
            }
        }
        Map<String, SourceFacts> facts = new HashMap<>();
        new Blobs(repository)
                .read(
                        paths.keySet(),
                        LARGEST,
                        (id, content) -> paths.getOrDefault(id, List.of())
                                .forEach(path -> facts.computeIfAbsent(
                                        key(id, path),
                                        key -> SourceFacts.of(
                                                content, SourceLanguage.of(path).orElse(null)))));
        return facts;
    }

    /** One content may be read as two languages. */
    private static String key(String id, @Nullable String path) {
        return id + path;
    }

    /** Says what imports mean in the tree that the change leaves. */
    public ImportTargets targets() {
        String prefix = repository.projectPrefix();
        List<String> paths = changes.paths(commit).stream()
                .filter(path -> path.startsWith(prefix))
                .map(path -> path.substring(prefix.length()))
                .toList();
        return new ImportTargets(new SourceIndex(paths, path -> text(commit, path)));
    }

    /** What ARCHITECTURE.md declares in the base: a change cannot rewrite the rules that it is judged by. */
    public Architecture architecture() {
        return Architecture.PATHS.stream()
                .flatMap(path -> text(base, path).stream())
                .findFirst()
                .map(Architecture::of)
                .orElseGet(Architecture::none);
    }

    private Optional<String> text(String where, String path) {
        byte[] content = changes.read(where, repository.projectPrefix() + path);
        return content == null || content.length > LARGEST
                ? Optional.empty()
                : Optional.of(new String(content, StandardCharsets.UTF_8));
    }

    /** Without those about files that the base's {@code .gitattributes} call binary, generated or somebody else's. */
    public List<ShapeFinding> aboutWritten(Collection<ShapeFinding> findings) {
        Map<String, String> full = findings.stream()
                .map(ShapeFinding::path)
                .distinct()
                .collect(Collectors.toMap(path -> path, path -> inRepository(path)));
        Set<String> notWritten = new FileMarks(repository).notWritten(base, full.values());
        return findings.stream()
                .filter(finding -> !notWritten.contains(full.get(finding.path())))
                .toList();
    }

    private String inProject(String path) {
        String prefix = repository.projectPrefix();
        return path.startsWith(prefix) ? path.substring(prefix.length()) : "../" + path;
    }

    private String inRepository(String path) {
        return path.startsWith("../") ? path.substring(3) : repository.projectPrefix() + path;
    }
}

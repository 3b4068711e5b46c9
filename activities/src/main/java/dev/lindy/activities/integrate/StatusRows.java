package dev.lindy.activities.integrate;

import dev.lindy.activities.git.MergeParts;
import dev.lindy.activities.git.RefUpdate;
import dev.lindy.project.status.edit.MergedTask;
import dev.lindy.project.status.edit.StatusEditor;
import dev.lindy.project.status.edit.UneditableStatusException;
import dev.lindy.project.status.merge.MergedStatus;
import dev.lindy.project.status.merge.StatusMerge;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries a merged task into its module's STATUS.md, in the merge commit itself, and merges such files by rows where
 * both sides changed them. A file that is missing stays so, one that cannot be edited stays as it is.
 *
 * @param files paths of all STATUS.md of the project, from the top of the repository
 * @param own path of the one of the task's module, or empty
 * @param journal what records the merge, by its commit
 */
record StatusRows(Set<String> files, String own, MergedTask task, Function<String, RefUpdate> journal)
        implements MergeParts {

    private static final Logger LOG = LoggerFactory.getLogger(StatusRows.class);

    private static final byte[] NOTHING = {};

    StatusRows {
        files = Set.copyOf(files);
    }

    @Override
    public boolean resolves(String path) {
        return files.contains(path);
    }

    @Override
    public Optional<byte[]> resolve(
            String path, byte @Nullable [] base, byte @Nullable [] tip, byte @Nullable [] candidate) {
        if (tip == null || candidate == null) {
            return Optional.empty();
        }
        MergedStatus merged = StatusMerge.of(base == null ? NOTHING : base, tip, candidate);
        if (merged instanceof MergedStatus.Merged whole) {
            return Optional.of(whole.text().getBytes(StandardCharsets.UTF_8));
        }
        LOG.info("{}: could not merge `{}` by rows: {}", task.id(), path, why(merged));
        return Optional.empty();
    }

    private static String why(MergedStatus merged) {
        if (merged instanceof MergedStatus.Refused refused) {
            return refused.reason();
        }
        return merged instanceof MergedStatus.Conflicted conflicted
                ? conflicted.conflicts().size() + " conflicts"
                : "no reason";
    }

    @Override
    public Map<String, byte[]> edits(MergedFiles merged) {
        byte[] file = own.isEmpty() ? null : merged.read(own);
        if (file == null) {
            return Map.of();
        }
        try {
            return Map.of(own, task.in(StatusEditor.of(file)).bytes());
        } catch (UneditableStatusException e) {
            LOG.warn("{}: left `{}` as it is: {}", task.id(), own, e.getMessage());
            return Map.of();
        }
    }

    @Override
    public RefUpdate record(String mergeCommit) {
        return journal.apply(mergeCommit);
    }
}

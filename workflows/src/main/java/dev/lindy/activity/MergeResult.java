package dev.lindy.activity;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** What came of bringing a candidate to the goal branch. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = MergeResult.Merged.class, name = "merged"),
    @JsonSubTypes.Type(value = MergeResult.NeedsGates.class, name = "needs_gates"),
    @JsonSubTypes.Type(value = MergeResult.Moved.class, name = "moved"),
    @JsonSubTypes.Type(value = MergeResult.Conflicted.class, name = "conflicted")
})
public sealed interface MergeResult {

    /** The goal branch holds the task. */
    record Merged(String mergeCommit) implements MergeResult {}

    /** The tip had moved: gates must see this commit, checked out in the task's worktree, first. */
    record NeedsGates(String mergeCommit, String tip) implements MergeResult {}

    /** The tip moved meanwhile: merge again. */
    record Moved(String tip) implements MergeResult {}

    /** The agent must merge the tip and resolve. */
    record Conflicted(List<String> files, String tip) implements MergeResult {
        public Conflicted {
            files = List.copyOf(files);
        }
    }
}

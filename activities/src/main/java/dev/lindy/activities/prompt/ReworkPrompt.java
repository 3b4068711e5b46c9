package dev.lindy.activities.prompt;

import dev.lindy.run.Outcome;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an agent is told when its task goes on after a start that was not accepted. */
public final class ReworkPrompt {

    /** Most characters of evidence, shared by all gates. */
    public static final int MAX_EVIDENCE = 24_000;
    /** Most gates whose evidence is shown. */
    public static final int MAX_GATES = 10;
    /** Most characters of the diff's summary. */
    public static final int MAX_DIFF_STAT = 4_000;
    /** Most conflicting files that are named. */
    public static final int MAX_FILES = 100;

    private static final Template RESUMED = Template.load("rework-resumed.md");
    private static final Template FRESH = Template.load("rework-fresh.md");

    private ReworkPrompt() {}

    /** For the agent's own conversation, which knows the task already: only what is new. */
    public static String resumed(Rework rework) {
        return RESUMED.fill(Map.of(
                "reason", reason(rework).strip(),
                "facts", AttemptPrompt.facts(rework.facts()),
                "messages", AttemptPrompt.messages(rework.facts())));
    }

    /** For a new conversation: the task, what happened, and what is there already. */
    public static String fresh(Rework rework) {
        return FRESH.fill(Map.of(
                "attempt", AttemptPrompt.of(rework.facts(), rework.taskPrompt()).strip(),
                "reason", reason(rework).strip(),
                "changes", changes(rework.diffStat())));
    }

    private static String changes(String diffStat) {
        return diffStat.isBlank()
                ? "Nothing is changed on this branch so far."
                : "So far this branch and its worktree hold these changes; go on from them:\n\n"
                        + Fence.around(Excerpt.of(diffStat, MAX_DIFF_STAT));
    }

    private static String reason(Rework rework) {
        Outcome outcome = rework.outcome();
        if (outcome instanceof Outcome.RejectedByGate rejected) {
            return fill("rejected", "evidence", evidence(rework.evidence(), rejected));
        }
        if (outcome instanceof Outcome.Conflict conflict) {
            return conflict(conflict, rework.tip());
        }
        if (outcome instanceof Outcome.NoChange) {
            return fill("no-change");
        }
        if (outcome instanceof Outcome.Stalled || outcome instanceof Outcome.TimedOut) {
            return fill("stalled", "message", sentence(outcome));
        }
        if (outcome instanceof Outcome.ContextExhausted) {
            return fill("context");
        }
        if (outcome instanceof Outcome.AgentFailed) {
            return fill("failed", "message", sentence(outcome));
        }
        if (outcome instanceof Outcome.NeedsAnswer) {
            return fill("answer", "message", sentence(outcome));
        }
        return fill("interrupted", "message", sentence(outcome));
    }

    private static String evidence(List<GateEvidence> gates, Outcome.RejectedByGate rejected) {
        if (gates.isEmpty()) {
            return sentence(rejected) + ".";
        }
        int each = MAX_EVIDENCE / Math.min(gates.size(), MAX_GATES);
        String shown = gates.stream()
                .limit(MAX_GATES)
                .map(gate -> "### " + Excerpt.line(gate.gate(), 100) + "\n\n" + Feedback.of(gate, each))
                .collect(Collectors.joining("\n\n"));
        int more = gates.size() - MAX_GATES;
        return more > 0 ? shown + "\n\n" + more + " more checks rejected it as well." : shown;
    }

    private static String conflict(Outcome.Conflict conflict, @Nullable String tip) {
        if (tip == null || !tip.matches("[0-9a-f]{40,64}")) {
            throw new IllegalArgumentException("a conflict needs the full id of the commit to merge: " + tip);
        }
        List<String> files =
                conflict.files().stream().map(file -> "`" + file + "`").toList();
        return Template.load("rework-conflict.md")
                .fill(Map.of("tip", tip, "files", Bullets.of(files, MAX_FILES, AttemptPrompt.MAX_FACT)));
    }

    private static String sentence(Outcome outcome) {
        return Excerpt.line(outcome.message(), AttemptPrompt.MAX_FACT);
    }

    private static String fill(String variant) {
        return Template.load("rework-" + variant + ".md").fill(Map.of());
    }

    private static String fill(String variant, String name, String value) {
        return Template.load("rework-" + variant + ".md").fill(Map.of(name, value));
    }
}

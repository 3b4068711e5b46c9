package dev.lindy.cli.overview;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lindy.cli.view.Console;
import dev.lindy.cli.view.Sanitizer;
import dev.lindy.cli.view.Style;
import dev.lindy.cli.view.TextTable;
import dev.lindy.cli.view.TextTable.Cell;
import dev.lindy.cli.view.Words;
import dev.lindy.project.cleanup.CleanupOutcome;
import java.util.List;

/** The report of {@code gc}. */
public final class CleanupView {

    private final Console console;
    private final boolean applied;

    public CleanupView(Console console, boolean applied) {
        this.console = console;
        this.applied = applied;
    }

    public void json(List<CleanupOutcome> outcomes, List<String> problems) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("applied", applied);
        ArrayNode findings = json.putArray("findings");
        for (CleanupOutcome outcome : outcomes) {
            ObjectNode entry = findings.addObject();
            entry.put("category", outcome.finding().category().word());
            entry.put("subject", outcome.finding().subject());
            entry.put("detail", outcome.finding().detail());
            entry.put("outcome", outcome.word());
            entry.put("failure", outcome.failure().isEmpty() ? null : outcome.failure());
        }
        ArrayNode array = json.putArray("problems");
        problems.forEach(array::add);
        console.data(json);
    }

    public void text(List<CleanupOutcome> outcomes) {
        if (!outcomes.isEmpty()) {
            TextTable table = new TextTable("OUTCOME", "CATEGORY", "SUBJECT", "WHY");
            outcomes.forEach(outcome -> table.row(
                    new Cell(style(outcome), outcome.word().replace('_', ' ')),
                    Cell.of(outcome.finding().category().word()),
                    new Cell(Style.LITERAL, Sanitizer.line(outcome.finding().subject())),
                    Cell.of(Sanitizer.line(why(outcome)))));
            table.lines(console.dataColors()).forEach(console::data);
        }
        console.result(sum(outcomes));
    }

    private static String why(CleanupOutcome outcome) {
        return outcome.isFailure() ? outcome.failure() : outcome.finding().detail();
    }

    private static Style style(CleanupOutcome outcome) {
        return switch (outcome.word()) {
            case "applied" -> Style.PASSED;
            case "failed" -> Style.FAILED;
            case "would_apply" -> Style.WARNING;
            default -> Style.DIM;
        };
    }

    private String sum(List<CleanupOutcome> outcomes) {
        long actions = outcomes.stream().filter(CleanupOutcome::isAction).count();
        if (actions == 0) {
            return "nothing to clean up";
        }
        if (!applied) {
            return "%s to clean up; nothing was changed, `lindy gc --apply` does it"
                    .formatted(Words.count(actions, "thing"));
        }
        long failed = outcomes.stream().filter(CleanupOutcome::isFailure).count();
        String done = "cleaned up %s".formatted(Words.count(actions - failed, "thing"));
        return failed == 0 ? done : done + ", %d failed".formatted(failed);
    }
}

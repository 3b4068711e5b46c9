package dev.lindy.activities.prompt;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the planner is told: the project, the goal, and the shape of a good plan. */
public final class PlannerPrompt {

    /** Most characters of the goal. */
    public static final int MAX_GOAL = 200_000;
    /** Most characters of ARCHITECTURE.md. */
    public static final int MAX_ARCHITECTURE = 40_000;
    /** Most characters of CONTRACTS.md. */
    public static final int MAX_CONTRACTS = 20_000;
    /** Most characters of one module's status. */
    public static final int MAX_STATUS = 1_500;
    /** Most modules, gates, requests and problems that are shown of each. */
    public static final int MAX_ITEMS = 200;
    /** Most characters of one such line. */
    public static final int MAX_LINE = 500;

    private static final Template PROMPT = Template.load("planner.md");
    private static final Template AGAIN = Template.load("planner-again.md");

    private PlannerPrompt() {}

    /** The first question. */
    public static String of(PlannerFacts facts) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("project", Excerpt.line(facts.project(), MAX_LINE));
        values.put("modules", modules(facts));
        values.put("status", status(facts));
        values.put(
                "documents",
                document("ARCHITECTURE.md", facts.architecture(), MAX_ARCHITECTURE)
                        + document("CONTRACTS.md", facts.contracts(), MAX_CONTRACTS)
                        + Bullets.section("Open requests between modules", facts.requests(), MAX_ITEMS, MAX_LINE));
        values.put("goal", Excerpt.of(facts.goal(), MAX_GOAL).strip());
        values.put("gates", gates(facts));
        values.put("max_tasks", Integer.toString(facts.maxTasks()));
        values.put("today", facts.today().toString());
        return PROMPT.fill(values);
    }

    /** The question again, for the same conversation: only what was wrong with the answer. */
    public static String again(List<String> problems) {
        return AGAIN.fill(Map.of("problems", Bullets.of(problems, MAX_ITEMS, MAX_LINE)));
    }

    /** The question again, for a new conversation. */
    public static String again(PlannerFacts facts, List<String> problems) {
        return problems.isEmpty() ? of(facts) : of(facts) + "\n" + again(problems);
    }

    private static String modules(PlannerFacts facts) {
        List<String> lines = facts.modules().stream()
                .map(module -> "`" + module.name() + "`, in `" + module.path() + "`"
                        + (module.about().isBlank() ? "" : ": " + Excerpt.line(module.about(), MAX_LINE)))
                .toList();
        return Bullets.of(lines, MAX_ITEMS, MAX_LINE);
    }

    private static String status(PlannerFacts facts) {
        return facts.modules().stream()
                .limit(MAX_ITEMS)
                .map(module -> "### " + module.name() + "\n\n"
                        + Excerpt.of(module.status(), MAX_STATUS).strip())
                .collect(Collectors.joining("\n\n"));
    }

    private static String document(String name, String text, int max) {
        return text.isBlank() ? "" : "\n## " + name + "\n\n" + Fence.around(Excerpt.of(text.strip(), max)) + "\n";
    }

    private static String gates(PlannerFacts facts) {
        StringBuilder list = new StringBuilder();
        for (PlannerFacts.Gate gate : facts.gates().stream().limit(MAX_ITEMS).toList()) {
            list.append("- `").append(gate.name()).append("`: ").append(Excerpt.line(gate.about(), MAX_LINE));
            list.append(gate.params().isEmpty() ? "; takes no params" : "; params:")
                    .append('\n');
            gate.params()
                    .forEach((name, about) -> list.append("  - `")
                            .append(name)
                            .append("`: ")
                            .append(Excerpt.line(about, MAX_LINE))
                            .append('\n'));
        }
        return list.isEmpty()
                ? "- none: leave `qa_checks` empty"
                : list.toString().stripTrailing();
    }
}

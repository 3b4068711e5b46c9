package dev.lindy.activities.prompt;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an agent is told at the start of a task: the task, where it is, and the rules of the house. */
public final class AttemptPrompt {

    /** Most characters of a task's own prompt. */
    public static final int MAX_TASK = 4_000_000;
    /** Most messages of the mailbox, and most characters of each. */
    public static final int MAX_MESSAGES = 20;

    public static final int MAX_MESSAGE = 1_000;
    /** Most characters of the goal and of other facts. */
    public static final int MAX_FACT = 300;

    private static final Template PROMPT = Template.load("attempt.md");

    private AttemptPrompt() {}

    /** The first prompt of a conversation, Markdown. */
    public static String of(AttemptFacts facts, String taskPrompt) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("task", Excerpt.of(taskPrompt, MAX_TASK).strip());
        values.put("facts", facts(facts));
        values.put("branch", facts.branch());
        values.put("rules", rules(facts));
        values.put("messages", messages(facts));
        return PROMPT.fill(values);
    }

    /** The facts as a list; the line with the attempt is read by the scripted agent. */
    static String facts(AttemptFacts facts) {
        List<String> lines = new ArrayList<>();
        lines.add("project: " + facts.project());
        lines.add("goal of the whole run: " + facts.goal());
        lines.add("task: " + facts.task().value() + ", " + facts.title());
        lines.add("attempt: " + facts.attempt());
        lines.add(
                facts.modulePath() == null
                        ? "module: the whole project"
                        : "module: " + facts.module() + ", in `" + facts.modulePath() + "`");
        lines.add("branch: `" + facts.branch() + "`, checked out in your working directory");
        if (!facts.gates().isEmpty()) {
            lines.add("checks that will judge your work: " + String.join(", ", facts.gates()));
        }
        return Bullets.of(lines, lines.size(), MAX_FACT);
    }

    /** What the mailbox and the user say, each as a section; empty where they say nothing. */
    static String messages(AttemptFacts facts) {
        return Bullets.section("Messages from other modules", facts.messages(), MAX_MESSAGES, MAX_MESSAGE)
                + Bullets.section("From the user, about this task", facts.guidance(), MAX_MESSAGES, MAX_MESSAGE);
    }

    private static String mailbox(String module, Path inbox) {
        Path other = inbox.resolveSibling("<module>.jsonl");
        // blanks between the fields leave room to change the status in its place
        return "To tell another module something, append one line to `" + other + "`: `{\"id\": \"<8 hex digits>\", "
                + "\"from_module\": \"" + module + "\", \"to_module\": \"<module>\", \"content\": \"…\", "
                + "\"message_type\": \"request\", \"priority\": \"normal\", \"status\": \"pending\", "
                + "\"created_at\": \"<ISO time>\"}`. Your own inbox is `" + inbox + "`.";
    }

    private static String rules(AttemptFacts facts) {
        List<String> rules = new ArrayList<>();
        if (facts.statusFile() != null) {
            rules.add("Read `" + facts.statusFile() + "` first: it tells the state of the module. Its rows about this"
                    + " task are written for you.");
        }
        if (facts.modulePath() != null && facts.ownFolderOnly()) {
            rules.add("Change files in `" + facts.modulePath() + "` only; a change elsewhere is rejected.");
        }
        if (!facts.sensitive().isEmpty()) {
            rules.add("Never create, change or commit files that match "
                    + String.join(
                            ", ",
                            facts.sensitive().stream().map(p -> "`" + p + "`").toList()) + ".");
        }
        if (facts.mailbox() != null) {
            rules.add(mailbox(facts.module(), facts.mailbox()));
        }
        return rules.isEmpty() ? "" : Bullets.of(rules, rules.size(), MAX_MESSAGE) + "\n";
    }
}

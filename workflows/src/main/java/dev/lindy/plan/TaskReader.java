package dev.lindy.plan;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lindy.document.NearMiss;
import dev.lindy.plan.TaskDraft.Item;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one task of a plan; reports what is wrong and goes on. */
final class TaskReader {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final TypeReference<LinkedHashMap<String, Object>> PARAMS = new TypeReference<>() {};
    private static final List<String> STATUSES = List.of("pending", "in_progress", "completed", "failed", "skipped");
    private static final Map<String, TaskSize> SIZES = Map.of(
            "s", TaskSize.SMALL,
            "m", TaskSize.MEDIUM,
            "l", TaskSize.LARGE);
    /** Every key that any version wrote; others are refused where they look like slips, and else have no effect. */
    private static final List<String> KEYS = List.of(
            "id",
            "module",
            "description",
            "prompt",
            "depends_on",
            "priority",
            "qa_checks",
            "size",
            "changes",
            "status",
            "timeout_seconds",
            "stall_seconds",
            "agent",
            "department",
            "generator_prompt",
            "acceptance_criteria",
            "evaluator_prompt",
            "skip_qa",
            "skip_gates",
            "result",
            "qa_results",
            "retries",
            "feedback_history",
            "started_at",
            "completed_at",
            "cost_usd");

    private final JsonNode node;
    private final JsonPointer here;
    private final PlanIssues issues;
    private final boolean isSaved;
    private String label = "";

    /**
     * A reader of one task.
     *
     * @param isSaved whether the text is a plan file, which may say what was done already, unlike a planner
     */
    TaskReader(JsonNode node, JsonPointer here, PlanIssues issues, boolean isSaved) {
        this.node = node;
        this.here = here;
        this.issues = issues;
        this.isSaved = isSaved;
    }

    /** The draft, and the task where nothing is wrong with it. */
    record Result(TaskDraft draft, @Nullable Task task) {}

    Result read() {
        int before = issues.size();
        if (!node.isObject()) {
            issues.add(
                    here,
                    "a task must hold keys, found " + shown(node),
                    "write `id`, `module`, `description`, `prompt`");
        }
        TaskId id = id();
        TaskDraft draft = new TaskDraft(
                here, id, text("module", "department"), text("description"), prompt(), dependsOn(), gates());
        TaskSize size = choice("size", SIZES, TaskSize.MEDIUM);
        ChangePolicy changes = changes();
        int priority = number("priority", Integer.MIN_VALUE).orElse(0);
        boolean completed = isSaved && status().equals("completed");
        Integer timeout = isSaved ? number("timeout_seconds", 1).orElse(null) : null;
        Integer stall = isSaved ? number("stall_seconds", 1).orElse(null) : null;
        TaskAgent agent = isSaved ? new TaskAgentReader(node, here, issues, label).read() : null;
        checkKeys();
        if (issues.size() > before || id == null || draft.module() == null) {
            return new Result(draft, null);
        }
        return new Result(
                draft,
                new Task(
                        id,
                        draft.module(),
                        String.valueOf(draft.description()),
                        String.valueOf(draft.prompt()),
                        values(draft.dependsOn()).stream().distinct().toList(),
                        priority,
                        values(draft.gates()),
                        size,
                        changes,
                        completed,
                        timeout,
                        stall,
                        agent,
                        isSaved ? skips() : Skips.NONE,
                        rubric()));
    }

    /** A plan file is a person's; a planner may not choose what it is judged by. */
    private Skips skips() {
        boolean all = node.path("skip_qa").asBoolean(false);
        List<String> gates = new ArrayList<>();
        for (Item<JsonNode> item : list("skip_gates", "must be a list of names of gates")) {
            gates.add(item.value().asText());
        }
        return all || !gates.isEmpty() ? new Skips(all, gates) : Skips.NONE;
    }

    private @Nullable TaskId id() {
        label = "task at `tasks[" + here.last().getMatchingIndex() + "]`";
        JsonNode value = node.path("id");
        Integer id = integer(value);
        if (id != null && id > 0) {
            label = "task " + id;
            return TaskId.of(id);
        }
        if (node.isObject()) {
            issues.add(
                    here.appendProperty("id"),
                    absent(value)
                            ? label + ": `id` is missing"
                            : label + ": `id` must be a whole number from 1, found " + shown(value),
                    "number the tasks 1, 2, 3 …");
        }
        return null;
    }

    // null: reported; empty: absent
    private @Nullable String text(String... names) {
        for (String name : names) {
            JsonNode value = node.path(name);
            if (value.isTextual() || value.isNumber()) {
                return value.asText();
            }
            if (!absent(value)) {
                issues.add(
                        here.appendProperty(name),
                        label + ": `" + name + "` must be text, found " + shown(value),
                        null);
                return null;
            }
        }
        return node.isObject() ? "" : null;
    }

    private @Nullable String prompt() {
        for (String name : List.of("generator_prompt", "prompt")) {
            JsonNode value = node.path(name);
            if (value.isObject()) {
                return PromptText.of(value);
            }
            if (value.isTextual() && !value.textValue().isBlank()) {
                return value.textValue();
            }
            if (!value.isTextual() && !absent(value)) {
                issues.add(
                        here.appendProperty(name),
                        label + ": `" + name + "` must be text, found " + shown(value),
                        "write one text, or `objective`, `context_files`, `constraints` and `verification`");
                return null;
            }
        }
        return node.isObject() ? "" : null;
    }

    private Rubric rubric() {
        return new Rubric(
                PromptText.texts(node.path("acceptance_criteria")).stream()
                        .flatMap(String::lines)
                        .map(line -> line.strip().replaceFirst("^[-*] +", ""))
                        .filter(line -> !line.isEmpty())
                        .toList(),
                String.join("\n", PromptText.texts(node.path("evaluator_prompt"))));
    }

    private List<Item<TaskId>> dependsOn() {
        List<Item<TaskId>> needed = new ArrayList<>();
        for (Item<JsonNode> item : list("depends_on", "must be a list of task ids")) {
            Integer id = integer(item.value());
            if (id != null && id > 0) {
                needed.add(new Item<>(item.here(), TaskId.of(id)));
            } else {
                issues.add(
                        item.here(),
                        label + ": `depends_on` must hold task ids, found " + shown(item.value()),
                        "write the numbers of other tasks");
            }
        }
        return needed;
    }

    private List<Item<GateSpec>> gates() {
        List<Item<GateSpec>> gates = new ArrayList<>();
        for (Item<JsonNode> item : list("qa_checks", "must be a list of gates")) {
            JsonNode name = item.value().has("gate")
                    ? item.value().path("gate")
                    : item.value().path("check_type");
            JsonNode params = item.value().path("params");
            if (!name.isTextual() || name.textValue().isBlank()) {
                String named = item.value().isTextual() ? item.value().asText() : "command_check";
                issues.add(
                        item.here(),
                        label + ": a gate of `qa_checks` has no `gate`, found " + shown(item.value()),
                        "write `{gate: " + named + ", params: {}}`");
            } else if (!params.isObject() && !absent(params)) {
                issues.add(
                        item.here().appendProperty("params"),
                        label + ": `params` of gate `" + name.textValue() + "` must hold keys, found " + shown(params),
                        null);
            } else {
                gates.add(new Item<>(item.here(), new GateSpec(name.textValue(), params(params))));
            }
        }
        return gates;
    }

    private static Map<String, Object> params(JsonNode params) {
        return params.isObject() ? MAPPER.convertValue(params, PARAMS) : Map.of();
    }

    private List<Item<JsonNode>> list(String name, String expectation) {
        JsonNode list = node.path(name);
        JsonPointer place = here.appendProperty(name);
        List<Item<JsonNode>> items = new ArrayList<>();
        if (list.isArray()) {
            list.forEach(item -> items.add(new Item<>(place.appendIndex(items.size()), item)));
        } else if (!absent(list)) {
            issues.add(place, label + ": `" + name + "` " + expectation + ", found " + shown(list), null);
        }
        return items;
    }

    private Optional<Integer> number(String name, int least) {
        JsonNode value = node.path(name);
        Integer number = integer(value);
        if (number != null && number >= least) {
            return Optional.of(number);
        }
        if (!absent(value)) {
            issues.add(
                    here.appendProperty(name),
                    label + ": `" + name + "` must be a whole number" + (least > 0 ? " from " + least : "") + ", found "
                            + shown(value),
                    null);
        }
        return Optional.empty();
    }

    private ChangePolicy changes() {
        return choice(
                "changes",
                Map.of("required", ChangePolicy.REQUIRED, "optional", ChangePolicy.OPTIONAL),
                isSaved ? ChangePolicy.OPTIONAL : ChangePolicy.REQUIRED);
    }

    private String status() {
        Map<String, String> words = new LinkedHashMap<>();
        STATUSES.forEach(status -> words.put(status, status));
        return choice("status", words, "pending");
    }

    private <T> T choice(String name, Map<String, T> choices, T fallback) {
        JsonNode value = node.path(name);
        if (absent(value)) {
            return fallback;
        }
        T chosen = choices.get(value.asText().toLowerCase(Locale.ROOT));
        if (chosen == null) {
            issues.add(
                    here.appendProperty(name),
                    label + ": `" + name + "` cannot be " + shown(value),
                    NearMiss.hint(
                            value.asText(), choices.keySet().stream().sorted().toList()));
            return fallback;
        }
        return chosen;
    }

    private void checkKeys() {
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            String key = entry.getKey();
            if (!KEYS.contains(key)) {
                NearMiss.of(key, KEYS)
                        .ifPresentOrElse(
                                near -> issues.addAtKey(
                                        here.appendProperty(key),
                                        label + ": `" + key + "` is not known",
                                        "did you mean `" + near + "`?"),
                                () -> issues.unknown(here.appendProperty(key), label, key));
            }
        }
    }

    private static <T> List<T> values(List<Item<T>> items) {
        return items.stream().map(Item::value).toList();
    }

    private static boolean absent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    private static @Nullable Integer integer(JsonNode value) {
        if (value.isNumber() && value.doubleValue() == Math.rint(value.doubleValue()) && value.canConvertToInt()) {
            return value.intValue();
        }
        if (value.isTextual() && value.textValue().strip().matches("-?\\d{1,9}")) {
            return Integer.valueOf(value.textValue().strip());
        }
        return null;
    }

    private static String shown(JsonNode value) {
        if (value.isObject()) {
            return "keys";
        }
        if (value.isArray()) {
            return "a list";
        }
        String text = value.asText();
        return "`" + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + "`";
    }
}

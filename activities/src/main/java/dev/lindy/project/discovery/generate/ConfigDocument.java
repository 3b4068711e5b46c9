package dev.lindy.project.discovery.generate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import dev.lindy.project.discovery.analysis.ModuleProfile;
import dev.lindy.project.discovery.interview.Answers;
import dev.lindy.project.discovery.manifest.ModuleCommand;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code orchestrator.yaml}: section by section through a YAML library, with comments between the sections. */
final class ConfigDocument {

    static final String PATH = "orchestrator.yaml";

    private static final String DEFAULT_WORKFLOW = ".github/workflows/ci.yml";

    private final Onboarding onboarding;
    private final List<String> parts = new ArrayList<>();

    private ConfigDocument(Onboarding onboarding) {
        this.onboarding = onboarding;
    }

    static String render(Onboarding onboarding) {
        return new ConfigDocument(onboarding).text();
    }

    private String text() {
        parts.add(SchemaFile.COMMENT + "\n# Project config of lindy; lindy-orchestrator 0.6.0 reads it as well.\n");
        part("", "project", project());
        part("", "modules", modules());
        part("", "planner", object().put("mode", "cli"));
        part(
                "# The agent that does the tasks; seconds of one attempt.",
                "dispatcher",
                object().put("timeout_seconds", 1800).put("permission_mode", "bypassPermissions"));
        part("# Commands that judge each task of the modules they name; exit status 0 accepts.", "qa_gates", gates());
        if (!onboarding.profile().downloads().isEmpty()) {
            ObjectNode workspace = object();
            onboarding.profile().downloads().forEach(workspace.putArray("link")::add);
            part("# Downloaded packages that each task's worktree links to.", "workspace", workspace);
        }
        part(
                "",
                "safety",
                object().put("dry_run", false).put("max_retries_per_task", 2).put("max_parallel", 3));
        return String.join("\n", parts);
    }

    private ObjectNode project() {
        return object().put("name", onboarding.profile().name())
                .put("branch_prefix", onboarding.answers().branchPrefix());
    }

    private ArrayNode modules() {
        ArrayNode modules = JsonNodeFactory.instance.arrayNode();
        for (ModuleProfile module : onboarding.modules()) {
            ObjectNode entry = modules.addObject();
            entry.put("name", module.name());
            entry.put("path", module.path() + "/");
            if (!module.repository().isEmpty()) {
                entry.put("repo", module.repository());
            }
            if (onboarding.profile().ciFiles().contains(DEFAULT_WORKFLOW)) {
                entry.put("ci_workflow", "ci.yml");
            }
        }
        return modules;
    }

    private ObjectNode gates() {
        ObjectNode gates = object();
        if (!onboarding.answers().sensitive().equals(Answers.SENSITIVE)) {
            onboarding
                    .answers()
                    .sensitive()
                    .forEach(gates.putObject("structural").putArray("sensitive_patterns")::add);
        }
        ArrayNode custom = gates.putArray("custom");
        Set<String> names = new HashSet<>();
        for (ModuleProfile module : onboarding.modules()) {
            for (ModuleCommand check : onboarding.checks(module)) {
                ObjectNode gate = custom.addObject();
                gate.put("name", free(module.name() + "-" + check.name(), names));
                gate.put("command", check.line());
                gate.put("cwd", check.folder());
                gate.putArray("modules").add(module.name());
            }
        }
        if (custom.isEmpty()) {
            gates.remove("custom");
        }
        return gates;
    }

    private static String free(String wish, Set<String> names) {
        String name = wish;
        for (int i = 2; !names.add(name); i++) {
            name = wish + "-" + i;
        }
        return name;
    }

    private void part(String comment, String key, JsonNode section) {
        if (!section.isEmpty()) {
            parts.add((comment.isEmpty() ? "" : comment + "\n") + yaml(object().set(key, section)));
        }
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static String yaml(JsonNode section) {
        YAMLFactory factory = YAMLFactory.builder()
                .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                .disable(YAMLGenerator.Feature.SPLIT_LINES)
                .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
                .build();
        try {
            String text = new ObjectMapper(factory).writeValueAsString(section);
            return text.lines().collect(Collectors.joining("\n", "", "\n"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Unexpected section: " + section.getNodeType(), e);
        }
    }
}

package dev.lindy.project.discovery.scaffold;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lindy.document.SourceDocument;
import dev.lindy.project.config.BranchPrefix;
import dev.lindy.project.discovery.analysis.ModuleProfile;
import dev.lindy.project.discovery.analysis.ProjectProfile;
import dev.lindy.project.discovery.coupling.Coupling;
import dev.lindy.project.discovery.coupling.Interface;
import dev.lindy.project.discovery.interview.Answers;
import dev.lindy.project.discovery.interview.Checks;
import dev.lindy.project.discovery.manifest.Documents;
import dev.lindy.project.discovery.manifest.ModuleCommand;
import dev.lindy.text.SafeText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns an agent's answer into a proposal. Texts are made one line each; what does not hold together is a problem. */
final class ScaffoldReader {

    /** Modules that a proposal may have. */
    private static final int MAX_MODULES = 50;

    private static final int MAX_TEXT = 300;

    private final List<String> problems = new ArrayList<>();

    ScaffoldAnswer read(String answer) {
        int start = answer.indexOf('{');
        int end = answer.lastIndexOf('}');
        Optional<SourceDocument> document = start < 0 || end < start
                ? Optional.empty()
                : Documents.read(answer.substring(start, end + 1), "answer.json");
        if (document.isEmpty()) {
            return new ScaffoldAnswer(null, null, List.of("the answer holds no JSON object"));
        }
        JsonNode root = document.get().root();
        String name = text(root, "project_name");
        List<ModuleProfile> modules = modules(root.path("modules"));
        List<String> names = modules.stream().map(ModuleProfile::name).toList();
        List<Coupling> couplings = couplings(root.path("cross_deps"), names);
        String prefix = text(root, "branch_prefix").isEmpty() ? Answers.BRANCH_PREFIX : text(root, "branch_prefix");
        if (!BranchPrefix.isValid(prefix)) {
            problems.add("`branch_prefix` cannot start a branch name: `" + prefix + "`");
        }
        Map<String, List<ModuleCommand>> checks = checks(root.path("qa_requirements"), modules);
        if (!problems.isEmpty()) {
            return new ScaffoldAnswer(null, null, problems);
        }
        ProjectProfile profile = new ProjectProfile(
                name.isEmpty() ? "project" : name,
                text(root, "project_description"),
                modules,
                couplings,
                List.of(),
                List.of(),
                List.of());
        return new ScaffoldAnswer(
                profile,
                new Answers(
                        profile.description().isEmpty() ? "Project: " + profile.name() : profile.description(),
                        Map.of(),
                        couplings,
                        checks,
                        sensitive(root.path("sensitive_paths")),
                        complexity(root, modules.size()),
                        prefix),
                List.of());
    }

    private List<ModuleProfile> modules(JsonNode list) {
        if (!list.isArray() || list.isEmpty() || list.size() > MAX_MODULES) {
            problems.add("`modules` must be a list of 1 to " + MAX_MODULES + " modules");
            return List.of();
        }
        List<ModuleProfile> modules = new ArrayList<>();
        ProposedModules proposed = new ProposedModules(problems);
        for (int i = 0; i < list.size(); i++) {
            JsonNode module = list.get(i);
            proposed.read(
                            text(module, "name"),
                            text(module, "path"),
                            i,
                            texts(module.path("tech_stack")),
                            texts(module.path("detected_patterns")),
                            ProposedModules.commands(
                                    texts(module.path("build_commands")),
                                    texts(module.path("test_commands")),
                                    texts(module.path("lint_commands"))))
                    .ifPresent(modules::add);
        }
        return modules;
    }

    private List<Coupling> couplings(JsonNode list, List<String> names) {
        List<Coupling> couplings = new ArrayList<>();
        for (JsonNode one : list) {
            String from = text(one, "from_module");
            String to = text(one, "to_module");
            if (names.contains(from) && names.contains(to) && !from.equals(to)) {
                String description = text(one, "description");
                Interface kind =
                        Interface.of(text(one, "interface_type")).orElseGet(() -> Interface.guess(description));
                couplings.add(Coupling.said(from, to, kind, description));
            } else if (!names.isEmpty()) {
                problems.add("`cross_deps` must name two modules of the answer: `" + from + "` and `" + to + "`");
            }
        }
        return couplings;
    }

    private Map<String, List<ModuleCommand>> checks(JsonNode said, List<ModuleProfile> modules) {
        Map<String, List<ModuleCommand>> checks = new LinkedHashMap<>();
        for (ModuleProfile module : modules) {
            checks.put(
                    module.name(),
                    said.has(module.name())
                            ? Checks.of(texts(said.path(module.name())))
                            : module.commands().stream()
                                    .filter(command -> command.kind() != ModuleCommand.Kind.BUILD)
                                    .toList());
        }
        return checks;
    }

    private List<String> sensitive(JsonNode list) {
        List<String> patterns = new ArrayList<>(Answers.SENSITIVE);
        texts(list).stream().filter(pattern -> !patterns.contains(pattern)).forEach(patterns::add);
        return patterns;
    }

    private static int complexity(JsonNode root, int modules) {
        int said = root.path("coordination_complexity").asInt(0);
        if (said >= 1 && said <= Answers.TIGHT) {
            return said;
        }
        return modules > 1 ? Answers.MODERATE : 1;
    }

    private static String text(JsonNode node, String key) {
        return SafeText.line(node.path(key).asText(""), MAX_TEXT);
    }

    private static List<String> texts(JsonNode list) {
        return Documents.texts(list).stream()
                .map(text -> SafeText.line(text, MAX_TEXT))
                .filter(text -> !text.isEmpty())
                .toList();
    }
}

package dev.lindy.project.config;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lindy.project.config.GatesConfig.CiCheck;
import dev.lindy.project.config.GatesConfig.CustomGate;
import dev.lindy.project.config.GatesConfig.LayerCheck;
import dev.lindy.project.config.GatesConfig.Structural;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code qa_gates}, its shorthand by module name included. */
final class GatesReader {
    private static final Set<String> OWN_KEYS = Set.of(
            "ci_check", "structural", "structural_check", "layer_check", "custom", "rerun_rejected", "environment");

    private static final int MAX_RERUNS = 10;
    private static final String PLACEHOLDER = "{module_path}";

    private final Section section;
    private final List<String> modules;
    private final List<ModuleConfig> moduleConfigs;
    private final ProjectPaths paths;
    private final GatesConfig defaults = GatesConfig.defaults();

    GatesReader(Section section, List<ModuleConfig> modules, ProjectPaths paths) {
        this.section = section;
        this.modules = modules.stream().map(ModuleConfig::name).toList();
        this.moduleConfigs = List.copyOf(modules);
        this.paths = paths;
    }

    GatesConfig read() {
        List<CustomGate> custom = new ArrayList<>(gates("custom", null));
        CiCheck ciCheck = ciCheck();
        Structural structural = structural();
        LayerCheck layerCheck = layerCheck();
        int rerunRejected = section.count("rerun_rejected", defaults.rerunRejected(), 0, MAX_RERUNS);
        List<String> environment = VariableNames.read(section, "environment");
        for (String key : section.keys()) {
            if (!OWN_KEYS.contains(key) && section.isList(key)) {
                custom.addAll(shorthand(key));
            } else if (!OWN_KEYS.contains(key) && modules.contains(key)) {
                section.warning(key, "has no effect: a module's gates are a list", "start each gate with `- name:`");
            }
        }
        // the other keys of modules count as known, so that only slips are warned about
        modules.forEach(section::raw);
        section.end();
        return new GatesConfig(ciCheck, structural, layerCheck, custom, rerunRejected, environment);
    }

    private List<CustomGate> shorthand(String module) {
        if (!modules.contains(module) && !ModuleConfig.isReserved(module)) {
            List<String> names = new ArrayList<>(modules);
            names.addAll(List.of("custom", "structural", "ci_check", "layer_check"));
            section.problem(module, "names no module", ModulesReader.hint(module, names));
        }
        return gates(module, module);
    }

    private CiCheck ciCheck() {
        Section own = section.section("ci_check");
        CiCheck check = new CiCheck(
                own.seconds("timeout_seconds", defaults.ciCheck().timeout()),
                own.seconds("poll_interval", defaults.ciCheck().pollInterval()),
                own.seconds("grace_seconds", defaults.ciCheck().grace()));
        own.end();
        return check;
    }

    private Structural structural() {
        // 0.15.4 named the section after its gate
        boolean isAlias = section.has("structural_check");
        if (isAlias && section.has("structural")) {
            section.problem("structural_check", "is the same as `qa_gates.structural`", "keep one of the two");
        }
        section.raw("structural_check");
        Section own = section.section(isAlias ? "structural_check" : "structural");
        section.raw("structural");
        Structural base = defaults.structural();
        Structural structural = new Structural(
                own.count("max_file_lines", base.maxFileLines(), 1, Integer.MAX_VALUE),
                own.flag("enforce_module_boundary", base.enforceModuleBoundary()),
                own.texts("sensitive_patterns", base.sensitivePatterns()));
        own.end();
        return structural;
    }

    private LayerCheck layerCheck() {
        Section own = section.section("layer_check");
        LayerCheck check = new LayerCheck(
                own.flag("enabled", defaults.layerCheck().enabled()),
                own.oneOf("unknown_file_policy", defaults.layerCheck().unknownFilePolicy(), LayerCheck.POLICIES));
        own.end();
        return check;
    }

    private List<CustomGate> gates(String key, @Nullable String module) {
        List<CustomGate> gates = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Section own : section.sections(key)) {
            gate(own, module, names).ifPresent(gates::add);
            own.end();
        }
        return gates;
    }

    private Optional<CustomGate> gate(Section own, @Nullable String module, Set<String> names) {
        String name = own.requiredText("name");
        if (!name.isBlank() && !names.add(name)) {
            own.problem("name", "is used twice in this list: `" + name + "`", "give each gate a name of its own");
        }
        Optional<GateCommand> command = command(own);
        List<String> covered = own.texts("modules", module == null ? List.of() : List.of(module));
        checkModules(own, own.has("modules") ? covered : List.of());
        String cwd = own.text("cwd", module == null ? CustomGate.DEFAULT_CWD : ".");
        checkCwd(own, cwd, covered);
        Duration timeout = own.seconds("timeout", CustomGate.DEFAULT_TIMEOUT);
        boolean required = own.flag("required", true);
        boolean diffOnly = own.flag("diff_only", false);
        return command.map(run -> new CustomGate(name, run, cwd, timeout, covered, required, diffOnly));
    }

    private static Optional<GateCommand> command(Section own) {
        JsonNode raw = own.raw("command");
        if (raw.isArray()) {
            List<String> arguments = own.texts("command", List.of());
            if (arguments.isEmpty() || arguments.get(0).isBlank()) {
                own.problem("command", "is empty", "write what the gate runs, for instance `make test`");
                return Optional.empty();
            }
            return Optional.of(GateCommand.ofArguments(arguments));
        }
        String line = own.requiredText("command");
        return line.isBlank() ? Optional.empty() : Optional.of(GateCommand.ofLine(line));
    }

    /** One problem at most, however many modules the gate covers. */
    private void checkCwd(Section own, String cwd, List<String> covered) {
        if (!cwd.contains(PLACEHOLDER)) {
            paths.check(own, "cwd", cwd, cwd);
            return;
        }
        for (ModuleConfig module : moduleConfigs) {
            boolean covers = covered.isEmpty() || covered.contains(module.name());
            String folder = module.isRoot() ? "." : module.folder();
            if (covers && paths.check(own, "cwd", cwd.replace(PLACEHOLDER, folder), cwd)) {
                return;
            }
        }
    }

    private void checkModules(Section own, List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            if (!modules.contains(names.get(i)) && !ModuleConfig.isReserved(names.get(i))) {
                own.problem(
                        "modules",
                        i,
                        "names no module: `" + names.get(i) + "`",
                        ModulesReader.hint(names.get(i), modules));
            }
        }
    }
}

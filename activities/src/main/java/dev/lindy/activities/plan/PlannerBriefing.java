package dev.lindy.activities.plan;

import dev.lindy.activities.prompt.PlannerFacts;
import dev.lindy.activities.run.RunContext;
import dev.lindy.plan.Plan;
import dev.lindy.project.check.CiObstacles;
import dev.lindy.project.config.GateCatalog;
import dev.lindy.project.config.GatesConfig;
import dev.lindy.project.config.ModuleConfig;
import dev.lindy.project.file.ProjectFiles;
import dev.lindy.project.status.StatusReader;
import dev.lindy.project.status.StatusSummary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gathers what the planner is told about a project: its state, its documents, the gates it can really use. */
final class PlannerBriefing {

    private static final Logger LOG = LoggerFactory.getLogger(PlannerBriefing.class);

    /** In bytes; what is larger is no document for people. */
    private static final int MAX_DOCUMENT = 1 << 20;

    private PlannerBriefing() {}

    static PlannerFacts of(RunContext run, String goal) {
        ProjectFiles files = new ProjectFiles(run.projectRoot());
        List<PlannerFacts.Module> modules = new ArrayList<>();
        for (ModuleConfig module : run.config().modules()) {
            modules.add(new PlannerFacts.Module(
                    module.name(),
                    module.isRoot() ? "." : module.folder(),
                    about(module),
                    status(files, module.statusFile())));
        }
        return new PlannerFacts(
                run.config().project().name(),
                modules,
                text(files, "ARCHITECTURE.md"),
                text(files, "CONTRACTS.md"),
                gates(run),
                List.of(),
                goal,
                Plan.MAX_TASKS,
                LocalDate.now(ZoneOffset.UTC));
    }

    private static String status(ProjectFiles files, String file) {
        return StatusReader.read(files, file).map(StatusSummary::of).orElse(StatusSummary.NOT_FOUND);
    }

    private static String about(ModuleConfig module) {
        return module.role().isBlank() ? module.repo() : "role " + module.role();
    }

    private static List<PlannerFacts.Gate> gates(RunContext run) {
        List<PlannerFacts.Gate> gates = new ArrayList<>();
        gates.add(new PlannerFacts.Gate(
                GateCatalog.COMMAND_CHECK,
                "runs a command in the task's worktree; exit code 0 passes",
                Map.of(
                        "command", "shell line or list of arguments; required",
                        "cwd", "folder below the project, `{module_path}` is the module's; default the project",
                        "timeout", "seconds; default 300")));
        if (CiObstacles.first(run.config(), run.projectRoot(), run.ciEnvironment())
                .isEmpty()) {
            gates.add(new PlannerFacts.Gate(
                    GateCatalog.CI_CHECK,
                    "pushes the task's branch and waits until GitHub Actions has judged it; for what only CI can check",
                    Map.of(
                            "workflow",
                            "file name of the workflow, or a list of them; default the module's",
                            "timeout_seconds",
                            "longest wait; default "
                                    + run.config().gates().ciCheck().timeout().toSeconds())));
        }
        gates.add(new PlannerFacts.Gate(
                GateCatalog.AGENT_CHECK,
                "an agent reads the change and answers pass or fail; it can run nothing and costs money: only for what"
                        + " no command can check",
                Map.of(
                        "description",
                        "what must hold, in words that can be checked by reading; required",
                        "timeout",
                        "seconds; default " + run.config().generator().timeout().toSeconds())));
        for (GatesConfig.CustomGate gate : run.config().gates().custom()) {
            String modules = gate.modules().isEmpty() ? "every module" : String.join(", ", gate.modules());
            gates.add(new PlannerFacts.Gate(
                    gate.name(), "runs `" + gate.command().text() + "`, by itself for " + modules, Map.of()));
        }
        return gates;
    }

    /** A document that cannot be read is as good as none: the goal can be reached without it. */
    private static String text(ProjectFiles files, String name) {
        try {
            return new String(files.read(name, MAX_DOCUMENT), StandardCharsets.UTF_8);
        } catch (NoSuchFileException none) {
            return "";
        } catch (IOException e) {
            LOG.warn("the planner does not see {}: {}", name, e.getMessage());
            return "";
        }
    }
}

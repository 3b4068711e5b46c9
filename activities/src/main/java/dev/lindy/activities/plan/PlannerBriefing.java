package dev.lindy.activities.plan;

import dev.lindy.activities.prompt.PlannerFacts;
import dev.lindy.activities.run.RunContext;
import dev.lindy.plan.Plan;
import dev.lindy.project.config.GateCatalog;
import dev.lindy.project.config.GatesConfig;
import dev.lindy.project.config.ModuleConfig;
import dev.lindy.project.status.StatusReader;
import dev.lindy.project.status.StatusSummary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Gathers what the planner is told about a project: its state, its documents, the gates it can really use. */
final class PlannerBriefing {

    private PlannerBriefing() {}

    static PlannerFacts of(RunContext run, String goal) {
        Path root = run.projectRoot();
        List<PlannerFacts.Module> modules = new ArrayList<>();
        for (ModuleConfig module : run.config().modules()) {
            modules.add(new PlannerFacts.Module(
                    module.name(),
                    module.isRoot() ? "." : module.folder(),
                    about(module),
                    status(root.resolve(module.statusFile()))));
        }
        return new PlannerFacts(
                run.config().project().name(),
                modules,
                text(root.resolve("ARCHITECTURE.md")),
                text(root.resolve("CONTRACTS.md")),
                gates(run),
                List.of(),
                goal,
                Plan.MAX_TASKS,
                LocalDate.now(ZoneOffset.UTC));
    }

    private static String status(Path file) {
        return StatusReader.read(file).map(StatusSummary::of).orElse(StatusSummary.NOT_FOUND);
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
        for (GatesConfig.CustomGate gate : run.config().gates().custom()) {
            String modules = gate.modules().isEmpty() ? "every module" : String.join(", ", gate.modules());
            gates.add(new PlannerFacts.Gate(
                    gate.name(), "runs `" + gate.command().text() + "`, by itself for " + modules, Map.of()));
        }
        return gates;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException none) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException("could not read `" + file + "`", e);
        }
    }
}

package dev.lindy.activities.attempt;

import dev.lindy.activities.finding.output.FindingsFile;
import dev.lindy.activities.finding.output.ToolOutput;
import dev.lindy.activities.git.Changes;
import dev.lindy.activities.git.Repository;
import dev.lindy.activities.git.Workspace;
import dev.lindy.activities.prompt.AttemptFacts;
import dev.lindy.activities.prompt.AttemptPrompt;
import dev.lindy.activities.prompt.GateEvidence;
import dev.lindy.activities.prompt.Rework;
import dev.lindy.activities.prompt.ReworkPrompt;
import dev.lindy.activities.run.RunContext;
import dev.lindy.activity.Dispatch;
import dev.lindy.activity.ReworkNote;
import dev.lindy.plan.Task;
import dev.lindy.project.config.GatesConfig;
import dev.lindy.project.config.ModuleConfig;
import dev.lindy.project.config.ResolvedGate;
import dev.lindy.project.mailbox.Mailbox;
import dev.lindy.project.scan.ProjectGates;
import dev.lindy.run.GateVerdict;
import dev.lindy.run.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts together what an agent is told for one start. */
final class Prompts {

    /** Bytes of one gate's evidence that are read for a prompt. */
    private static final int MAX_EVIDENCE = 1 << 20;

    private final RunContext run;
    private final Repository repository;

    Prompts(RunContext run, Repository repository) {
        this.run = run;
        this.repository = repository;
    }

    /** @param resumed whether the agent's own conversation goes on, which knows the task already */
    String of(Dispatch request, Task task, String goal, Workspace workspace, boolean resumed) {
        List<String> messages = new TaskMessages(run, request, task.module()).lines(resumed);
        AttemptFacts facts = facts(request, task, goal, workspace, messages);
        String prompt = withPrefix(task.prompt());
        ReworkNote note = request.rework();
        if (resumed && request.part() > 0) {
            return ReworkPrompt.resumed(rework(facts, prompt, interrupted(), null, workspace));
        }
        if (note == null) {
            return AttemptPrompt.of(facts, prompt);
        }
        Rework rework = rework(facts, prompt, note.outcome(), note, workspace);
        return resumed ? ReworkPrompt.resumed(rework) : ReworkPrompt.fresh(rework);
    }

    private static Outcome interrupted() {
        return new Outcome.Interrupted("the program was interrupted before it ended");
    }

    private Rework rework(
            AttemptFacts facts, String prompt, Outcome outcome, @Nullable ReworkNote note, Workspace workspace) {
        List<GateEvidence> evidence = note == null
                ? List.of()
                : note.verdicts().stream()
                        .map(verdict -> evidence(verdict, workspace))
                        .toList();
        String tip = note == null ? null : note.mergeTip();
        String changes = new Changes(repository).stat(workspace.startCommit(), head(workspace));
        return new Rework(facts, prompt, outcome, evidence, tip, changes);
    }

    private String head(Workspace workspace) {
        return repository.headOf(workspace.root());
    }

    private GateEvidence evidence(GateVerdict verdict, Workspace workspace) {
        if (verdict.evidence().isEmpty()) {
            return new GateEvidence(name(verdict), verdict.summary(), "");
        }
        Path file = run.folder().root().resolve(verdict.evidence()).normalize();
        try {
            Optional<FindingsFile> kept = FindingsFile.read(FindingsFile.beside(file));
            FindingsFile found = kept.isPresent()
                    ? kept.get()
                    : new FindingsFile(ToolOutput.of(file, workspace.project().toString()), List.of());
            return new GateEvidence(name(verdict), verdict.summary(), ends(file), found.findings(), found.known());
        } catch (IOException e) {
            throw new UncheckedIOException("could not read the evidence `" + file + "`", e);
        }
    }

    /** Beginning and end of a file, or all of it where it is short. */
    private static String ends(Path file) throws IOException {
        long size = Files.size(file);
        try (InputStream in = Files.newInputStream(file)) {
            String head = new String(in.readNBytes(MAX_EVIDENCE / 2), StandardCharsets.UTF_8);
            if (size > MAX_EVIDENCE) {
                in.skipNBytes(size - MAX_EVIDENCE);
                head += "\n... [" + (size - MAX_EVIDENCE) + " more bytes left out] ...\n";
            }
            return head + new String(in.readNBytes(MAX_EVIDENCE / 2), StandardCharsets.UTF_8);
        }
    }

    private static String name(GateVerdict verdict) {
        return verdict.required() ? verdict.name() : verdict.name() + " (advice, stops nothing)";
    }

    private AttemptFacts facts(Dispatch request, Task task, String goal, Workspace workspace, List<String> messages) {
        ModuleConfig module = run.module(task.module());
        GatesConfig.Structural structural = run.config().gates().structural();
        Path status = workspace.project().resolve(module.statusFile());
        return new AttemptFacts(
                run.config().project().name(),
                goal,
                task.id(),
                task.description(),
                request.attempt(),
                task.module(),
                module.isRoot() ? null : module.folder(),
                workspace.branch(),
                structural.enforceModuleBoundary(),
                structural.sensitivePatterns(),
                Files.exists(status) ? module.statusFile() : null,
                mailbox(task),
                messages,
                List.of(),
                gates(task));
    }

    private @Nullable Path mailbox(Task task) {
        return run.config().mailbox().enabled()
                ? run.projectRoot().resolve(run.config().mailbox().dir()).resolve(Mailbox.fileName(task.module()))
                : null;
    }

    private List<String> gates(Task task) {
        return ProjectGates.of(run.config(), run.projectRoot()).resolve(task).stream()
                .map(ResolvedGate::name)
                .toList();
    }

    private String withPrefix(String prompt) {
        String prefix = run.config().generator().promptPrefix();
        return prefix.isBlank() ? prompt : prefix + "\n\n" + prompt;
    }
}

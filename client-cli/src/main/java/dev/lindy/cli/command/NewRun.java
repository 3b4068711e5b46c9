package dev.lindy.cli.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lindy.activity.RunRef;
import dev.lindy.cli.engine.EngineHandle;
import dev.lindy.cli.project.PlanFile;
import dev.lindy.cli.project.Project;
import dev.lindy.payload.Payloads;
import dev.lindy.policy.RunPolicy;
import dev.lindy.run.ArtifactRef;
import dev.lindy.run.BaseRef;
import dev.lindy.run.RunId;
import dev.lindy.state.CallerEnvironment;
import dev.lindy.state.PrivateFiles;
import dev.lindy.state.RunFolder;
import dev.lindy.state.RunStart;
import dev.lindy.state.StateDirectory;
import dev.lindy.text.SafeText;
import dev.lindy.workflow.GoalRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lays out the folder of a run before it starts: all that the Worker reads instead of asking the command
 * that is gone by then.
 *
 * @param base commit-ish, or null for HEAD
 * @param snapshot commit of what the user has not committed, to start from instead; or null
 * @param planOnly whether only a plan is wanted
 */
record NewRun(
        RunId run,
        Project project,
        String goal,
        @Nullable PlanFile plan,
        RunPolicy policy,
        @Nullable String base,
        @Nullable BaseRef snapshot,
        boolean planOnly) {

    private static final int MAX_TITLE = 200;

    NewRun from(@Nullable BaseRef kept) {
        return new NewRun(run, project, goal, plan, policy, base, kept, planOnly);
    }

    /** The start of a run and the request that starts it. */
    record Prepared(RunStart start, GoalRequest request) {}

    /** Writes the folder, 0700 with files 0600, and links it from the project. */
    Prepared prepare(StateDirectory state, EngineHandle engine, Map<String, String> environment, Instant now) {
        RunFolder folder = state.run(run);
        PrivateFiles.folder(folder.root());
        String workflowId = Slug.of(goal) + "-" + run;
        RunStart start = new RunStart(
                run,
                workflowId,
                project.root().toString(),
                goal,
                engine.kind(),
                engine.id(),
                engine.address(),
                engine.namespace(),
                engine.ui(),
                now,
                planOnly);
        GoalRequest request = new GoalRequest(
                new RunRef(run, workflowId, project.root().toString()),
                title(),
                artifact(folder, "goal.md", goal),
                plan == null ? null : artifact(folder, plan.name(), plan.text()),
                base,
                snapshot,
                policy,
                engine.hostQueue(),
                project.config().project().name(),
                false);
        CallerEnvironment.capture(environment, named()).write(folder.environment());
        PrivateFiles.write(folder.config(), json(frozen()));
        PrivateFiles.write(RequestFile.of(folder), json(request));
        PrivateFiles.write(folder.start(), json(start));
        link(folder);
        return new Prepared(start, request);
    }

    /** The config that counts: what the command line wanted otherwise is not lost where all but git is. */
    private ObjectNode frozen() {
        ObjectNode config = Payloads.mapper().valueToTree(project.config());
        config.withObject("safety").put("maxParallel", policy.maxParallel());
        return config;
    }

    private String title() {
        return SafeText.line(goal.strip().lines().findFirst().orElse("goal"), MAX_TITLE);
    }

    private List<String> named() {
        List<String> names = new ArrayList<>(project.config().agents().environment());
        names.addAll(project.config().gates().environment());
        return names;
    }

    private static ArtifactRef artifact(RunFolder folder, String name, String text) {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        PrivateFiles.write(folder.root().resolve(name), content);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return new ArtifactRef(name, HexFormat.of().formatHex(hash), content.length);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Unexpected Java without SHA-256", e);
        }
    }

    private static byte[] json(Object value) {
        try {
            return Payloads.mapper().writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("could not write a run's records", e);
        }
    }

    /** The state directory may have been another one. */
    private static void replaceDangling(Path link, RunFolder folder) {
        if (Files.exists(link) || !Files.isSymbolicLink(link)) {
            return;
        }
        try {
            Files.delete(link);
            Files.createSymbolicLink(link, folder.root());
        } catch (IOException e) {
            throw new UncheckedIOException("could not link `" + link + "`", e);
        }
    }

    private void link(RunFolder folder) {
        Path link = project.root().resolve(".orchestrator").resolve("runs").resolve(run.value());
        try {
            Files.createDirectories(link.getParent());
            Files.createSymbolicLink(link, folder.root());
        } catch (FileAlreadyExistsException there) {
            replaceDangling(link, folder);
        } catch (IOException e) {
            throw new UncheckedIOException("could not link `" + link + "`", e);
        }
    }
}

package dev.lindy.cli.project;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lindy.cli.problem.UserProblem;
import dev.lindy.plan.Plan;
import dev.lindy.plan.PlanDocument;
import dev.lindy.plan.PlanProblem;
import dev.lindy.plan.PlanReading;
import dev.lindy.project.check.OwnFolders;
import dev.lindy.project.config.ConfigLoader;
import dev.lindy.project.config.GateCatalog;
import dev.lindy.project.config.ModuleConfig;
import dev.lindy.project.config.ProjectConfig;
import dev.lindy.project.file.IoReason;
import dev.lindy.project.file.ProjectFiles;
import dev.lindy.project.session.PastSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads {@code orchestrator.yaml} and plan files through the readers of the project. */
public final class ConfigFileProjects implements Projects {

    private static final int MAX_PLAN = 8 << 20;

    @Override
    public Optional<Path> findRoot(Path directory) {
        return ConfigLoader.find(directory).map(ConfigLoader::projectRoot);
    }

    @Override
    public Project load(Path directory, @Nullable Path config) {
        ConfigFile file = ConfigFile.of(directory, config);
        ProjectConfig found = file.reading().config();
        if (found == null || !file.problems().isEmpty()) {
            throw UserProblem.invalid(file.problems());
        }
        stayInside(file.root(), found);
        return new Project(file.root(), found, file.warnings());
    }

    /** A repository may hold links; what we read and write, and where agents work, is inside of it. */
    private static void stayInside(Path root, ProjectConfig config) {
        ProjectFiles files = new ProjectFiles(root);
        Stream<UserProblem.Line> own = OwnFolders.check(config, root).stream()
                .map(finding -> new UserProblem.Line(finding.message(), finding.hint()));
        Stream<UserProblem.Line> modules = config.modules().stream()
                .map(ModuleConfig::path)
                .distinct()
                .flatMap(path -> files.exit(path).stream()
                        .map(target -> new UserProblem.Line(
                                "`%s` leads out of the project, to `%s`".formatted(path, target),
                                "put a folder there in place of the symbolic link")));
        List<UserProblem.Line> problems = Stream.concat(own, modules).distinct().toList();
        if (!problems.isEmpty()) {
            throw UserProblem.invalid(problems);
        }
    }

    @Override
    public PlanFile readPlan(Path directory, Path file, Project project) {
        String name = file.getFileName().toString();
        return plan(
                text(content(directory, file), file),
                file.toString(),
                name.endsWith(".json") ? "plan-file.json" : "plan-file.yaml",
                project);
    }

    @Override
    public PlanFile readPlan(PastSession session, Project project) {
        ObjectNode plan = JsonNodeFactory.instance.objectNode();
        plan.put("goal", session.goal());
        plan.set("tasks", session.tasks());
        String shown = project.root().relativize(session.place()).toString();
        return plan(plan.toPrettyString(), shown, "plan-file.json", project, problem -> shown + ": ");
    }

    private static PlanFile plan(String text, String file, String keptAs, Project project) {
        return plan(text, file, keptAs, project, problem -> place(file, problem));
    }

    private static PlanFile plan(
            String text, String file, String keptAs, Project project, Function<PlanProblem, String> place) {
        PlanReading reading = PlanDocument.parse(text, keptAs.endsWith(".json") ? keptAs : file);
        List<PlanProblem> problems = reading.check(new GateCatalog(project.config()).vocabulary());
        Plan plan = reading.plan();
        if (plan == null || !problems.isEmpty()) {
            throw UserProblem.plan(problems.stream()
                    .map(problem -> new UserProblem.Line(place.apply(problem) + problem.message(), problem.hint()))
                    .toList());
        }
        return new PlanFile(
                plan,
                keptAs,
                text,
                reading.warnings().stream()
                        .map(warning -> place.apply(warning) + warning.message())
                        .toList());
    }

    private static byte[] content(Path directory, Path file) {
        try (InputStream in = Files.newInputStream(directory.resolve(file))) {
            byte[] content = in.readNBytes(MAX_PLAN + 1);
            if (content.length > MAX_PLAN) {
                throw UserProblem.plan(List.of(new UserProblem.Line("`%s` is larger than 8 MB".formatted(file), null)));
            }
            return content;
        } catch (NoSuchFileException e) {
            throw UserProblem.plan("there is no plan file `%s`".formatted(file), e);
        } catch (IOException e) {
            throw UserProblem.plan("could not read `%s`: %s".formatted(file, IoReason.of(e)), e);
        }
    }

    private static String text(byte[] content, Path file) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            throw UserProblem.plan("`%s` is not UTF-8 text".formatted(file), e);
        }
    }

    private static String place(String file, PlanProblem problem) {
        return problem.line() == 0 ? file + ": " : "%s:%d:%d: ".formatted(file, problem.line(), problem.column());
    }
}

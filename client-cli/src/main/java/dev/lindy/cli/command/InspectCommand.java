package dev.lindy.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lindy.cli.overview.InspectView;
import dev.lindy.cli.problem.ExitCode;
import dev.lindy.cli.problem.UserProblem;
import dev.lindy.cli.project.Project;
import dev.lindy.document.NearMiss;
import dev.lindy.project.config.ProjectConfig;
import dev.lindy.project.file.ProjectFiles;
import dev.lindy.project.session.PastSession;
import dev.lindy.project.session.PastSessions;
import dev.lindy.project.session.SessionEvent;
import dev.lindy.project.session.SessionStream;
import dev.lindy.project.session.SessionStream.Depth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what happened in a session, of whichever version. */
@Command(name = "inspect", description = "Show what happened in a session")
final class InspectCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(arity = "1", paramLabel = "SESSION", description = "Id of the session or its beginning")
    private String id = "";

    @Option(names = "--decisions", description = "Show also what was decided (level 2 of version 0.15)")
    private boolean decisions;

    @Option(names = "--full", description = "Show also what agents said and did (level 3 of version 0.15)")
    private boolean full;

    @Option(names = "--task", paramLabel = "N", description = "Show this task only")
    private @Nullable Integer task;

    @Option(names = "--failures", description = "Show only what went wrong")
    private boolean failures;

    @Option(names = "--json", description = "Print JSON")
    private boolean json;

    @Mixin
    private final ConfigOption config = new ConfigOption();

    InspectCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Project project = context.project(config.file());
        PastSession session = session(project);
        List<JsonNode> tasks = new ArrayList<>();
        session.tasks().forEach(found -> {
            if (isWanted(found)) {
                tasks.add(found);
            }
        });
        List<SessionEvent> events =
                events(project, session).stream().filter(this::isWanted).toList();
        InspectView view = new InspectView(context.console());
        if (json) {
            view.json(session, tasks, events);
        } else {
            view.text(session, tasks, events);
        }
        return ExitCode.OK;
    }

    private PastSession session(Project project) {
        PastSessions.Listing listing = new PastSessions(
                        new ProjectFiles(project.root()),
                        project.config().logging().sessionDir())
                .list();
        List<PastSession> sessions = listing.sessions();
        List<PastSession> found =
                sessions.stream().filter(session -> session.id().startsWith(id)).toList();
        if (found.isEmpty() && !id.isEmpty()) {
            listing.problem(id).ifPresent(problem -> {
                throw UserProblem.usage(problem, null);
            });
        }
        if (found.size() != 1 || id.isEmpty()) {
            List<String> ids = sessions.stream().map(PastSession::id).toList();
            String what = found.isEmpty() ? "there is no session `%s`" : "several sessions begin with `%s`";
            throw UserProblem.usage(
                    what.formatted(id), found.isEmpty() ? NearMiss.hint(id, ids) : "write more of the id");
        }
        return found.get(0);
    }

    private List<SessionEvent> events(Project project, PastSession session) {
        ProjectConfig.Logging logging = project.config().logging();
        SessionStream stream = new SessionStream(new ProjectFiles(project.root()), context.console()::warning);
        List<SessionEvent> kept = stream.ofFolder(logging.sessionDir() + "/" + session.id(), depth());
        return kept.isEmpty() ? stream.ofLog(logging.dir() + "/" + logging.logFile(), session.id()) : kept;
    }

    private Depth depth() {
        if (full) {
            return Depth.TRANSCRIPT;
        }
        return decisions ? Depth.DECISIONS : Depth.SUMMARY;
    }

    private boolean isWanted(SessionEvent event) {
        return (task == null || task.equals(event.task())) && (!failures || event.isFailure());
    }

    private boolean isWanted(JsonNode found) {
        boolean failed =
                List.of("failed", "skipped").contains(found.path("status").asText(""));
        return (task == null || found.path("id").asInt() == task) && (!failures || failed);
    }
}

package dev.lindy.worker;

import dev.lindy.engine.HostId;
import dev.lindy.engine.WorkerFolder;
import dev.lindy.engine.WorkerIdentity;
import dev.lindy.process.ProgramLimits;
import dev.lindy.process.ProgramOwner;
import dev.lindy.process.ProgramStore;
import dev.lindy.process.ProgramWatch;
import dev.lindy.process.Programs;
import dev.lindy.state.CancelRequests;
import dev.lindy.worker.engine.GrpcOwnWorkflows;
import dev.lindy.worker.engine.GrpcTokenClient;
import dev.lindy.worker.engine.OwnWorkflows;
import dev.lindy.worker.engine.Sessions;
import dev.lindy.worker.engine.TokenClient;
import dev.lindy.worker.program.OwedCancels;
import dev.lindy.worker.program.ProgramCompletions;
import dev.lindy.worker.program.Strays;
import dev.lindy.worker.program.TerminatedRuns;
import dev.lindy.worker.program.WatchDuty;
import dev.lindy.worker.token.Adoption;
import dev.lindy.worker.token.Adoption.ProgramClaim;
import dev.lindy.worker.token.LostResults;
import dev.lindy.worker.token.TokenJournal;
import dev.lindy.worker.token.TokenStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Builds what belongs to programs and tokens of one engine, and keeps what others need of it. */
final class WorkerParts {

    /** After an outage an end is told within this time. */
    private static final Duration RETRY_CAP = Duration.ofSeconds(4);

    private final WorkerArguments arguments;
    private final WorkerConfig config;
    private final ProgramLimits limits;
    private final ProgramStore store;
    private final CancelRequests cancels;
    private final Programs programs;
    private final Assembly assembly;
    private final TokenStore tokens;
    private final TokenClient client;
    private final OwnWorkflows workflows;
    private final LostResults results;

    WorkerParts(
            WorkerArguments arguments,
            WorkerConfig config,
            Map<String, String> environment,
            Function<Assembly.Parts, Assembly> assembling,
            TokenStore tokens,
            TokenJournal journal,
            Sessions sessions) {
        this.arguments = arguments;
        this.config = config;
        this.limits = ProgramLimits.defaults()
                .withMaxPrograms(config.maxPrograms())
                .withRetry(ProgramLimits.defaults().retryFirst(), RETRY_CAP);
        this.store = new ProgramStore(ofEngine(arguments.state().programs()));
        this.cancels = new CancelRequests(arguments.state(), arguments.engine());
        this.programs =
                new Programs(store, limits, spec -> cancels.has(spec.labels().getOrDefault("run", "")));
        this.assembly =
                assembling.apply(new Assembly.Parts(arguments.state(), arguments.engine(), programs, environment));
        this.tokens = tokens;
        this.client = new GrpcTokenClient(sessions, config.call());
        this.workflows = new GrpcOwnWorkflows(sessions, WorkflowTypes.of(assembly.workflows()), config.call());
        this.results = new LostResults(journal, client, InstantSource.system());
    }

    Assembly assembly() {
        return assembly;
    }

    LostResults results() {
        return results;
    }

    WatchDuty duty() {
        ProgramCompletions completions = new ProgramCompletions(
                client,
                workflows,
                tokens,
                assembly.readers(),
                new Strays(config.stray(), InstantSource.system()),
                cancels);
        OwedCancels owed = new OwedCancels(cancels, workflows);
        TerminatedRuns terminated =
                new TerminatedRuns(arguments.engine(), assembly.forcedEnds(), workflows, InstantSource.system());
        return new WatchDuty(
                WorkerFolder.of(arguments.state(), arguments.engine()).root().resolve("watch.lock"),
                new Adoption(tokens, client, workflows, this::claims, this::isDead),
                () -> new ProgramWatch(store, programs, completions, assembly.senses(), limits),
                () -> {
                    owed.deliver();
                    results.recover();
                    terminated.look();
                },
                config.takeover(),
                config.sweep());
    }

    private List<ProgramClaim> claims() {
        return programs.live().stream()
                .flatMap(record -> claim(record.spec().owner()))
                .toList();
    }

    private static Stream<ProgramClaim> claim(@Nullable ProgramOwner owner) {
        return owner == null
                ? Stream.empty()
                : Stream.of(new ProgramClaim(owner.workflowId(), owner.activityId(), owner.taskToken()));
    }

    private boolean isDead(String identity) {
        HostId here = HostId.of(arguments.state());
        return WorkerIdentity.parse(identity)
                .filter(worker -> worker.host().equals(here))
                .filter(worker -> !worker.process().isAlive())
                .isPresent();
    }

    private Path ofEngine(Path parent) {
        return parent.resolve(arguments.engine());
    }
}

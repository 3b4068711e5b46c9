package dev.lindy.cli.engine;

import dev.lindy.cli.problem.UserProblem;
import dev.lindy.cli.view.Words;
import dev.lindy.engine.ManagedServer;
import dev.lindy.engine.ManagedWorker;
import dev.lindy.engine.WorkerFile;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The end of the managed engine: says what is running and what becomes of it. */
final class Shutdown {

    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final int MAX_NAMES = 5;

    private final ManagedServer server;
    private final ManagedWorker worker;
    private final AgentsAtWork agents;

    Shutdown(ManagedServer server, ManagedWorker worker, AgentsAtWork agents) {
        this.server = server;
        this.worker = worker;
        this.agents = agents;
    }

    List<ProgramAtWork> run(EngineGate.Down how, Consumer<String> progress) {
        List<ProgramAtWork> atWork = agents.programs();
        if (how == EngineGate.Down.ASK && !atWork.isEmpty()) {
            throw UserProblem.usage(
                    Words.count(atWork.size(), noun(atWork)) + " at work: " + names(atWork),
                    "end them with `lindy down --force`, or let them go on with `lindy down --keep-agents`");
        }
        boolean any = false;
        for (WorkerFile file : worker.all()) {
            any |= worker.stop(file.engine(), GRACE);
        }
        // the Worker may have started or ended some at the last moment
        List<ProgramAtWork> left = how == EngineGate.Down.ASK ? List.of() : agents.programs();
        if (how == EngineGate.Down.FORCE) {
            agents.endAll();
        }
        any |= server.stop(GRACE);
        progress.accept(any ? "stopped the engine" : "no engine was running");
        String fate = how == EngineGate.Down.FORCE ? "%s was ended: pid %d" : "%s goes on: pid %d";
        left.forEach(program -> progress.accept(fate.formatted(program.words(), program.pid())));
        return left;
    }

    private static String noun(List<ProgramAtWork> programs) {
        return programs.stream().allMatch(ProgramAtWork::isAgent) ? "agent" : "program";
    }

    private static String names(List<ProgramAtWork> programs) {
        String first =
                programs.stream().limit(MAX_NAMES).map(ProgramAtWork::words).collect(Collectors.joining(", "));
        return programs.size() > MAX_NAMES ? first + " and more" : first;
    }
}

package dev.lindy.cli.engine;

import dev.lindy.cli.problem.UserProblem;
import dev.lindy.state.RunStart;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The door to the engine: Temporal server and Worker. Whatever cannot be done is a {@link UserProblem}: 4
 * where Temporal cannot be reached, 5 where no Worker comes up in time.
 */
public interface EngineGate {

    /**
     * Finds the engine for new runs, starts server and Worker where needed.
     *
     * @param progress gets one line within a second, and then at least every 5 s
     */
    EngineHandle ensure(Consumer<String> progress);

    /** Finds the server for new runs and starts it where needed, without a Worker. */
    EngineHandle server(Consumer<String> progress);

    /** Server and Worker of the engine that a run belongs to. */
    EngineHandle ensure(RunStart run, Consumer<String> progress);

    /**
     * Brings an engine back that died under a command that watches; one that was stopped on purpose stays
     * stopped, and that is a problem with exit code 8.
     */
    EngineHandle restore(EngineHandle engine, Consumer<String> progress);

    /** Whether server and Worker look alive; takes at most half a second. */
    boolean isAlive(EngineHandle engine);

    /** What runs on this host now; starts nothing. */
    EnginePicture picture();

    /**
     * Ends Worker and server of the managed engine, so that nothing of them is left.
     *
     * @return programs that were at work; with {@link Down#FORCE} they have ended, with {@link Down#KEEP_AGENTS}
     *     they go on
     */
    List<ProgramAtWork> down(Down how, Consumer<String> progress);

    /**
     * Ends the programs of a canceled run by their records; needs neither server nor Worker.
     *
     * @return those that lived
     */
    List<ProgramAtWork> cancelPrograms(RunStart run);

    /** What a person should know before the first run. */
    List<Check> check();

    /** What happens to agents at work. */
    enum Down {
        /** Refuse while there are any. */
        ASK,
        /** End them. */
        FORCE,
        /** Leave them, for the next Worker to adopt. */
        KEEP_AGENTS
    }

    /**
     * One thing that was looked at.
     *
     * @param hint one action that could work where it is not well, or null
     */
    record Check(
            String name,
            boolean passed,
            String message,
            @Nullable String hint) {}
}

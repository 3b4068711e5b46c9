package dev.lindy.cli.engine;

import dev.lindy.state.RunStart;
import java.util.List;

/** Programs of runs on this host, known by their records. */
public interface AgentsAtWork {

    /** Agents, those that plan among them, that live now. */
    List<EnginePicture.Agent> list();

    /** All programs that live now: gates and hooks as well. */
    List<ProgramAtWork> programs();

    /** Ends all programs of all runs, and what they started, so that nothing of them is left. */
    void endAll();

    /**
     * Ends the programs of one run for good, as a canceled one; their Workflow hears of it from the next Worker.
     *
     * @return those that lived
     */
    List<ProgramAtWork> cancel(RunStart run);

    /** Where nothing is known of any. */
    static AgentsAtWork none() {
        return new AgentsAtWork() {
            @Override
            public List<EnginePicture.Agent> list() {
                return List.of();
            }

            @Override
            public List<ProgramAtWork> programs() {
                return List.of();
            }

            @Override
            public void endAll() {}

            @Override
            public List<ProgramAtWork> cancel(RunStart run) {
                return List.of();
            }
        };
    }
}

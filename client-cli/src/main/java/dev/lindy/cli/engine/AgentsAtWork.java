package dev.lindy.cli.engine;

import java.util.List;

/** Programs of runs on this host, known by their records. */
public interface AgentsAtWork {

    /** Those that live now. */
    List<EnginePicture.Agent> list();

    /** Ends all programs of all runs, and what they started, so that nothing of them is left. */
    void endAll();

    /** Where nothing is known of any. */
    static AgentsAtWork none() {
        return new AgentsAtWork() {
            @Override
            public List<EnginePicture.Agent> list() {
                return List.of();
            }

            @Override
            public void endAll() {}
        };
    }
}

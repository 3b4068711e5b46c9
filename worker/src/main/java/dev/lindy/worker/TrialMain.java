package dev.lindy.worker;

import dev.lindy.activities.agent.Agent;
import dev.lindy.activities.agent.AgentReading;
import dev.lindy.activities.agent.AgentTrial;
import dev.lindy.activities.assembly.LindyActivities;
import dev.lindy.engine.TrialResult;
import dev.lindy.process.ProgramLimits;
import dev.lindy.process.ProgramStore;
import dev.lindy.process.Programs;
import dev.lindy.run.Outcome;
import dev.lindy.state.CallerEnvironment;
import dev.lindy.state.StateDirectory;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Tries an agent where Workers try theirs: in a detached process with the same code and the same environment. */
public final class TrialMain {

    private TrialMain() {}

    /** Takes the name of an agent and the folder of the trial, which holds the caller's environment. */
    public static void main(String[] args) throws InterruptedException {
        Path folder = Path.of(args[1]);
        TrialResult result = result(args[0], folder);
        result.write(folder);
    }

    private static TrialResult result(String name, Path folder) throws InterruptedException {
        Programs programs = new Programs(new ProgramStore(folder.resolve("programs")), ProgramLimits.defaults());
        Agent agent = LindyActivities.of(new StateDirectory(folder), programs)
                .agents()
                .find(name)
                .orElseThrow(() -> new IllegalArgumentException("agent `" + name + "` is not known"));
        CallerEnvironment caller = CallerEnvironment.read(folder.resolve(TrialResult.ENVIRONMENT));
        AgentReading reading = new AgentTrial(programs, folder).of(agent, caller.values());
        Outcome failure = reading.failure();
        return failure == null
                ? new TrialResult(true, "", null, reading.costUsd(), reading.costUnknown())
                : new TrialResult(false, failure.message(), hint(failure), reading.costUsd(), reading.costUnknown());
    }

    private static @Nullable String hint(Outcome failure) {
        if (failure instanceof Outcome.AuthMissing missing) {
            return missing.hint();
        }
        return failure instanceof Outcome.AgentNotInstalled missing ? missing.hint() : null;
    }
}

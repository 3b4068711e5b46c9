package dev.lindy.worker;

import dev.lindy.activities.agent.Agent;
import dev.lindy.activities.agent.AgentQuestion;
import dev.lindy.activities.agent.AgentReading;
import dev.lindy.activities.assembly.LindyActivities;
import dev.lindy.engine.AgentAnswer;
import dev.lindy.engine.AgentInquiry;
import dev.lindy.process.ProgramLimits;
import dev.lindy.process.ProgramStore;
import dev.lindy.process.Programs;
import dev.lindy.run.Outcome;
import dev.lindy.state.CallerEnvironment;
import dev.lindy.state.StateDirectory;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Asks an agent one question where Workers ask theirs: in a detached process with the same code. */
public final class InquiryMain {

    private InquiryMain() {}

    /** Takes the folder of the question, which gets the answer. */
    public static void main(String[] args) throws InterruptedException {
        Path folder = Path.of(args[0]);
        answer(folder).write(folder);
    }

    private static AgentAnswer answer(Path folder) throws InterruptedException {
        AgentInquiry inquiry = AgentInquiry.read(folder)
                .orElseThrow(() -> new IllegalArgumentException("there is no question in `" + folder + "`"));
        Programs programs = new Programs(new ProgramStore(folder.resolve("programs")), ProgramLimits.defaults());
        Agent agent = LindyActivities.of(new StateDirectory(folder), programs)
                .agents()
                .find(inquiry.agent())
                .orElseThrow(() -> new IllegalArgumentException("agent `" + inquiry.agent() + "` is not known"));
        CallerEnvironment caller = CallerEnvironment.read(folder.resolve(AgentInquiry.ENVIRONMENT));
        AgentReading reading = new AgentQuestion(programs, folder, Duration.ofSeconds(inquiry.seconds()))
                .ask(agent, inquiry.prompt(), inquiry.schema(), Path.of(inquiry.directory()), caller.values());
        Outcome failure = reading.failure();
        String structured = reading.structured();
        return new AgentAnswer(
                structured == null ? reading.text() : structured,
                failure == null ? null : failure.message(),
                failure == null ? null : hint(failure),
                reading.costUsd());
    }

    private static @Nullable String hint(Outcome failure) {
        if (failure instanceof Outcome.AuthMissing missing) {
            return missing.hint();
        }
        return failure instanceof Outcome.AgentNotInstalled missing ? missing.hint() : null;
    }
}

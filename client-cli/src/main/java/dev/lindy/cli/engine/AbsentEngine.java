package dev.lindy.cli.engine;

import dev.lindy.cli.problem.ExitCode;
import dev.lindy.cli.problem.UserProblem;
import dev.lindy.state.RunStart;
import java.util.List;
import java.util.function.Consumer;

/** The adapter to the engine of this host. */
public final class AbsentEngine implements EngineGate {

    @Override
    public EngineHandle ensure(Consumer<String> progress) {
        throw absent();
    }

    @Override
    public EngineHandle ensure(RunStart run, Consumer<String> progress) {
        throw absent();
    }

    @Override
    public boolean isAlive(EngineHandle engine) {
        return false;
    }

    @Override
    public EnginePicture picture() {
        return new EnginePicture(null, List.of(), List.of());
    }

    @Override
    public void down(Down how, Consumer<String> progress) {
        progress.accept("no engine is running");
    }

    @Override
    public int work(List<String> arguments) {
        throw absent();
    }

    @Override
    public List<Check> check() {
        return List.of();
    }

    private static UserProblem absent() {
        return UserProblem.of(ExitCode.UNREACHABLE, "there is no engine in this build", null);
    }
}

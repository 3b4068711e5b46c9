package dev.lindy.cli;

import dev.lindy.cli.engine.EngineGate;
import dev.lindy.cli.engine.EngineHandle;
import dev.lindy.cli.engine.EnginePicture;
import dev.lindy.cli.engine.ProgramAtWork;
import dev.lindy.cli.problem.UserProblem;
import dev.lindy.state.RunStart;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An engine that is there at once, or fails as told. */
public final class FakeEngine implements EngineGate {

    public final AtomicInteger restores = new AtomicInteger();
    public final AtomicInteger canceled = new AtomicInteger();
    public volatile boolean alive = true;
    public volatile @Nullable UserProblem failure;
    public volatile @Nullable UserProblem onRestore;
    public volatile String kind = "managed";

    @Override
    public EngineHandle ensure(Consumer<String> progress) {
        if (failure != null) {
            throw failure;
        }
        progress.accept("starting the Temporal server");
        return handle();
    }

    @Override
    public EngineHandle server(Consumer<String> progress) {
        return handle();
    }

    @Override
    public EngineHandle ensure(RunStart run, Consumer<String> progress) {
        return ensure(progress);
    }

    @Override
    public EngineHandle restore(EngineHandle engine, Consumer<String> progress) {
        restores.incrementAndGet();
        if (onRestore != null) {
            throw onRestore;
        }
        alive = true;
        return handle();
    }

    @Override
    public boolean isAlive(EngineHandle engine) {
        return alive;
    }

    @Override
    public EnginePicture picture() {
        return new EnginePicture(
                new EnginePicture.Server(
                        "managed", "127.0.0.1:4711", "lindy", "http://127.0.0.1:4712/namespaces/lindy", 100L, "1.9.1"),
                List.of(new EnginePicture.Worker(101, "lindy@0a1b2c3d4e5f/boot/101", "0a1b2c3d4e5f", true)),
                List.of(new EnginePicture.Agent(102, "1a2b3c4d", 2, 1, Instant.parse("2026-11-01T10:00:00Z"))));
    }

    @Override
    public List<ProgramAtWork> down(Down how, Consumer<String> progress) {
        progress.accept("down: " + how);
        return List.of();
    }

    @Override
    public List<ProgramAtWork> cancelPrograms(RunStart run) {
        canceled.incrementAndGet();
        return List.of(new ProgramAtWork("agent", run.run().value(), 2, 102));
    }

    @Override
    public List<Check> check() {
        return List.of(new Check("engine", true, "managed at 127.0.0.1:4711", null));
    }

    EngineHandle handle() {
        return new EngineHandle(
                kind, kind, "127.0.0.1:4711", "lindy", "http://127.0.0.1:4712", "lindy-host-0a1b2c3d4e5f");
    }
}

package dev.lindy.cli;

import dev.lindy.cli.client.GoalConnector;
import dev.lindy.cli.command.Parts;
import dev.lindy.cli.engine.AgentDesk;
import dev.lindy.cli.engine.AgentProof;
import dev.lindy.cli.project.ConfigFileProjects;
import dev.lindy.cli.view.Caller;
import dev.lindy.cli.watch.Interrupts;
import dev.lindy.engine.AgentAnswer;
import dev.lindy.engine.TrialResult;
import dev.lindy.state.StateDirectory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The command in process, in a world of its own. */
public final class Cli {

    public static final Instant NOW = Instant.parse("2026-11-01T10:12:04Z");

    public final FakeEngine engine = new FakeEngine();
    public final FakeGoals goals = new FakeGoals();
    public final FakeRepositories repositories = new FakeRepositories();
    public final Map<String, String> environment = new LinkedHashMap<>();
    public final Path state;
    public final Path directory;
    public Charset charset = StandardCharsets.UTF_8;
    public AgentProof proof = (agent, caller) -> new TrialResult(true, "", null, 0.01);
    public AgentDesk desk = (inquiry, caller) -> new AgentAnswer("", "no agent here", null, 0);
    public String stdin = "";
    public boolean typed;
    public Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final AtomicReference<@Nullable Runnable> interrupt = new AtomicReference<>();

    /** What a command said and its exit code. */
    public record Result(int exitCode, String out, String err) {

        /** All of it, as golden files hold it. */
        public String snapshot() {
            return "exit code: " + exitCode + "\n----- stdout -----\n" + out + "----- stderr -----\n" + err;
        }
    }

    public Cli(Path root) {
        this.state = root.resolve("state");
        this.directory = root.resolve("project");
        environment.put("LINDY_STATE", state.toString());
        environment.put("PATH", "/nowhere");
    }

    public StateDirectory state() {
        return new StateDirectory(state);
    }

    /** Presses Ctrl-C, if anybody takes it; answers whether. */
    public boolean interrupt() {
        Runnable taker = interrupt.get();
        if (taker != null) {
            taker.run();
        }
        return taker != null;
    }

    public Result run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Caller caller = new Caller(
                new ByteArrayInputStream(stdin.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, charset),
                new PrintStream(err, true, charset),
                charset,
                new Caller.Terminals(typed, false, false),
                environment,
                clock,
                directory);
        Interrupts interrupts = taker -> {
            interrupt.set(taker);
            return () -> interrupt.set(null);
        };
        GoalConnector connector = handle -> goals;
        int code = Main.run(
                caller,
                any -> new Parts(
                        new ConfigFileProjects(), repositories, options -> engine, connector, interrupts, proof, desk),
                args);
        return new Result(code, filtered(out), filtered(err));
    }

    private String filtered(ByteArrayOutputStream stream) {
        return stream.toString(charset).replace(state.toString(), "[STATE]").replace(directory.toString(), "[PROJECT]");
    }
}

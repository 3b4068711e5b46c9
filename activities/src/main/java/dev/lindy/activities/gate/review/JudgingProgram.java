package dev.lindy.activities.gate.review;

import dev.lindy.activities.agent.AgentCommand;
import dev.lindy.activities.agent.AgentRequest;
import dev.lindy.activities.gate.GateCase;
import dev.lindy.payload.Payloads;
import dev.lindy.process.ProgramKey;
import dev.lindy.process.ProgramOwner;
import dev.lindy.process.ProgramSpec;
import dev.lindy.state.PrivateFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** A judging agent as a program, with its files. */
record JudgingProgram(GateCase gate, ProgramKey key, ProgramOwner owner, Path folder, AgentGateContext context) {

    /** A canceled agent is gone in 10 s, also one that ignores TERM. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    /** Writes the prompt down and says how to start. */
    ProgramSpec spec(AgentRequest asked, AgentCommand command) {
        Path live = gate.run().folder().live(key.value());
        byte[] prompt = command.stdin().getBytes(StandardCharsets.UTF_8);
        PrivateFiles.write(live.resolve("stdin"), prompt);
        PrivateFiles.write(beside(gate.evidence(), "prompt.md"), prompt);
        Map<String, String> environment = new TreeMap<>(asked.environment());
        environment.putAll(command.environment());
        return new ProgramSpec(
                key,
                AgentGateReader.KIND,
                command.arguments(),
                folder,
                environment,
                live.resolve("stdin"),
                live.resolve("stdout"),
                live.resolve("stderr"),
                gate.gate().timeout(),
                GRACE,
                gate.run().config().generator().stallTimeout(),
                owner,
                Map.of(
                        "run", gate.request().run().run().value(),
                        "task", gate.request().task().toString(),
                        "attempt", Integer.toString(gate.request().attempt()),
                        "gate", gate.gate().name(),
                        "agent", context.agent()),
                Payloads.mapper().valueToTree(context));
    }

    /** A file that belongs to the evidence and that no agent is shown. */
    static Path beside(Path evidence, String what) {
        String name = String.valueOf(evidence.getFileName());
        return evidence.resolveSibling(name.replaceFirst("\\.txt$", "") + "." + what);
    }
}

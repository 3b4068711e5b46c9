package dev.lindy.activities.agent.conformance;

import dev.lindy.activities.agent.Agent;
import dev.lindy.activities.agent.claude.ClaudeCli;
import dev.lindy.activities.agent.codex.CodexCli;
import dev.lindy.activities.agent.command.CommandAgent;
import dev.lindy.activities.agent.gemini.GeminiCli;
import dev.lindy.activities.agent.opencode.OpencodeCli;
import dev.lindy.activities.agent.scripted.ScriptedAgent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/** The agents of the registry, as they are in a Worker. */
final class EveryAgent {

    private EveryAgent() {}

    static List<Agent> list() {
        try {
            return List.of(
                    new ClaudeCli((command, environment) -> "", new ClaudeCli.Host(false, false)),
                    new CodexCli(),
                    new GeminiCli(),
                    new OpencodeCli(),
                    new CommandAgent(),
                    new ScriptedAgent(Files.createTempDirectory("scripted-agent")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

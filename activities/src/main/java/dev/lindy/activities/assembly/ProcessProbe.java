package dev.lindy.activities.assembly;

import dev.lindy.activities.agent.CliProbe;
import dev.lindy.process.Finished;
import dev.lindy.process.ProcessRunner;
import dev.lindy.process.ShortCommand;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Asks an agent's executable about itself, as a short blocking command. */
final class ProcessProbe implements CliProbe {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final int MAX_OUTPUT = 1 << 20;

    private final ProcessRunner runner = new ProcessRunner();

    @Override
    public String run(List<String> command, Map<String, String> environment) {
        try {
            Finished finished = runner.run(ShortCommand.of(command, Path.of("/"), environment)
                    .withTimeout(TIMEOUT)
                    .withMaxOutputBytes(MAX_OUTPUT));
            return finished.text() + finished.stderr();
        } catch (RuntimeException e) {
            return "";
        }
    }
}

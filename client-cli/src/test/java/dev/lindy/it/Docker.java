package dev.lindy.it;

import dev.lindy.process.Finished;
import dev.lindy.process.ProcessRunner;
import dev.lindy.process.ShortCommand;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The container engine of this host, as its command line shows it. */
final class Docker {

    private static final Duration LIMIT = Duration.ofMinutes(4);

    private final ProcessRunner runner = new ProcessRunner();
    private final Path directory;

    Docker(Path directory) {
        this.directory = directory;
    }

    /** Whether the engine answers, has {@code compose} and the images, and its processes can be killed from here. */
    boolean canRun(List<String> images) {
        return System.getProperty("os.name").equals("Linux")
                && System.getProperty("user.name").equals("root")
                && isSuccess("compose", "version")
                && images.stream().allMatch(image -> isSuccess("image", "inspect", image));
    }

    private boolean isSuccess(String... arguments) {
        try {
            return finish(Map.of(), arguments).isSuccess();
        } catch (UncheckedIOException notInstalled) {
            return false;
        }
    }

    /** Standard output without the last line break; fails where docker does. */
    String run(Map<String, String> variables, String... arguments) {
        Finished finished = finish(variables, arguments);
        if (!finished.isSuccess()) {
            throw new AssertionError("docker " + String.join(" ", arguments) + " failed: " + finished.stderr());
        }
        return finished.text().stripTrailing();
    }

    private Finished finish(Map<String, String> variables, String... arguments) {
        Map<String, String> environment = new TreeMap<>(System.getenv());
        environment.keySet().removeIf(name -> name.startsWith("TEMPORAL_") || name.startsWith("COMPOSE_"));
        environment.putAll(variables);
        List<String> command =
                Stream.concat(Stream.of("docker"), Stream.of(arguments)).collect(Collectors.toList());
        return runner.run(ShortCommand.of(command, directory, environment).withTimeout(LIMIT));
    }
}

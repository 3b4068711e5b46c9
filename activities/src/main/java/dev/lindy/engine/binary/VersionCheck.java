package dev.lindy.engine.binary;

import dev.lindy.engine.TemporalBinary;
import dev.lindy.process.Finished;
import dev.lindy.process.ProcessRunner;
import dev.lindy.process.ShortCommand;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks executables for their version: a name on PATH proves nothing. */
record VersionCheck(Map<String, String> environment) {

    private static final Pattern ANSWER = Pattern.compile("temporal version (\\S+)");
    private static final Duration LIMIT = Duration.ofSeconds(20);

    /** Empty where the file is no Temporal CLI that works. */
    Optional<TemporalBinary> of(Path file) {
        if (!Files.isRegularFile(file) || !Files.isExecutable(file)) {
            return Optional.empty();
        }
        try {
            Finished result = new ProcessRunner()
                    .run(ShortCommand.of(List.of(file.toString(), "--version"), Path.of("/"), environment)
                            .withTimeout(LIMIT));
            Matcher answer = ANSWER.matcher(result.text());
            return result.isSuccess() && answer.find()
                    ? Optional.of(new TemporalBinary(file, answer.group(1)))
                    : Optional.empty();
        } catch (UncheckedIOException e) {
            return Optional.empty();
        }
    }
}

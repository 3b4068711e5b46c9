package dev.lindy.cli.command;

import dev.lindy.cli.problem.UserProblem;
import dev.lindy.cli.view.Caller;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Where a goal comes from: the argument, a file, or standard input. */
final class GoalText {

    /** In bytes; a goal is text for people and models. */
    private static final int MAX_GOAL = 1 << 20;

    @Parameters(arity = "0..1", paramLabel = "GOAL", description = "What is to be reached, in plain words")
    private @Nullable String goal;

    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            description = "Read the goal from a file, or from standard input with `-`")
    private @Nullable String file;

    boolean isGiven() {
        return goal != null || file != null;
    }

    /** The goal; a file wins over the argument. */
    String read(Caller caller) {
        String text = file == null ? goal : content(caller, file);
        if (text == null) {
            throw UserProblem.usage(
                    "there is no goal", "write `lindy run \"GOAL\"`, or name a file with `-f` or a plan with `-p`");
        }
        if (text.isBlank()) {
            throw UserProblem.usage("the goal is empty", null);
        }
        return text.strip();
    }

    private static String content(Caller caller, String file) {
        try {
            byte[] bytes = file.equals("-")
                    ? head(caller.in())
                    : head(caller.directory().resolve(file));
            if (bytes.length > MAX_GOAL) {
                throw UserProblem.usage(
                        "the goal in `%s` is larger than 1 MB".formatted(file),
                        "put the details into files of the project and name them in the goal");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (NoSuchFileException e) {
            throw UserProblem.usage("there is no file `%s`".formatted(file), null);
        } catch (CharacterCodingException e) {
            throw UserProblem.usage("`%s` is not UTF-8 text".formatted(file), null);
        } catch (IOException e) {
            throw UserProblem.usage("could not read `%s`: %s".formatted(file, e.getMessage()), null);
        }
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return head(in);
        }
    }

    private static byte[] head(InputStream in) throws IOException {
        return in.readNBytes(MAX_GOAL + 1);
    }
}

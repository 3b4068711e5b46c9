package dev.lindy.cli.command;

import dev.lindy.cli.problem.UserProblem;
import dev.lindy.cli.view.Caller;
import dev.lindy.project.file.IoReason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A text that a person gives as a file or through standard input. */
final class TextInput {

    /** In bytes; it is for people and models. */
    private static final int MOST = 1 << 20;

    private TextInput() {}

    /**
     * The text, at most 1 MB of UTF-8; anything else is a usage problem.
     *
     * @param file relative to the caller's folder, or {@code -}
     * @param noun what the text is, for messages
     */
    static String read(Caller caller, String file, String noun) {
        try {
            byte[] bytes = file.equals("-")
                    ? head(caller.in())
                    : head(caller.directory().resolve(file));
            if (bytes.length > MOST) {
                throw UserProblem.usage(
                        "the %s in `%s` is larger than 1 MB".formatted(noun, file),
                        "put the details into files of the project and name them in the text");
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
            throw UserProblem.usage("could not read `%s`: %s".formatted(file, IoReason.of(e)), null);
        }
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return head(in);
        }
    }

    private static byte[] head(InputStream in) throws IOException {
        return in.readNBytes(MOST + 1);
    }
}

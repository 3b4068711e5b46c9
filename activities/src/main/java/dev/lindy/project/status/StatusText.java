package dev.lindy.project.status;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The text that the bytes of a STATUS.md are. */
public final class StatusText {

    private StatusText() {}

    /**
     * The text.
     *
     * @throws CharacterCodingException where the bytes are not UTF-8
     */
    public static String decode(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }
}

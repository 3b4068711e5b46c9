package dev.lindy.activities.gate.review;

import dev.lindy.activities.gate.GateCase;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What a verdict of an agent is kept under: verdicts are shared by the tasks of a module, questions are not. */
final class Judged {

    private Judged() {}

    /** The gate's key with a mark of the task and of what is asked. */
    static String name(GateCase gate) {
        String question = gate.gate().params() + "\n" + gate.task().rubric() + "\n"
                + gate.task().prompt();
        return gate.gate().key() + "." + gate.task().id() + "." + hash(question);
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Unexpected lack of SHA-256", e);
        }
    }
}

package dev.lindy.worker.engine;

import dev.lindy.activities.failure.LindyException;
import dev.lindy.failure.FailureType;
import dev.lindy.payload.Payloads;
import io.temporal.api.common.v1.Payload;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A result in the form that crosses Temporal, at most {@link #LIMIT} bytes. */
public record Outgoing(Optional<Payload> payload) {

    /** Largest result in bytes; larger things belong into files. A larger one is a failure of its Activity. */
    public static final int LIMIT = 256 * 1024;

    /**
     * Converts a result.
     *
     * @throws LindyException of type {@link FailureType#RESULT_TOO_LARGE}
     */
    public static Outgoing of(@Nullable Object result) {
        Optional<Payload> payload = Payloads.converter().toPayload(result);
        int bytes = payload.map(Payload::getSerializedSize).orElse(0);
        if (bytes > LIMIT) {
            throw new LindyException(
                    FailureType.RESULT_TOO_LARGE,
                    "could not hand over a result of %,d bytes: the limit is %,d".formatted(bytes, LIMIT),
                    "this is a bug in Lindy; report it with the Worker's log");
        }
        return new Outgoing(payload);
    }
}

package dev.lindy.activities.failure;

import dev.lindy.failure.FailureType;
import io.temporal.failure.ApplicationFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/**
 * The one place where exceptions of Activities become Temporal failures: a type of the closed list, a message
 * for people, and neither stack trace nor cause, since those belong into the Worker's log.
 */
public final class FailureMapping {

    /** Longest message, in characters; what is longer is cut. */
    static final int MESSAGE_LIMIT = 2_000;

    private FailureMapping() {}

    /** The failure for an exception; what nobody foresaw counts as {@link FailureType#INFRASTRUCTURE}. */
    public static ApplicationFailure toFailure(Throwable thrown) {
        Throwable cause = unwrap(thrown);
        if (cause instanceof ApplicationFailure failure) {
            return failure;
        }
        if (cause instanceof LindyException lindy) {
            return failure(lindy.type(), withHint(text(lindy), lindy.hint()));
        }
        return failure(FailureType.INFRASTRUCTURE, withHint(foreignText(cause), "the Worker's log has the details"));
    }

    private static ApplicationFailure failure(FailureType type, String message) {
        return ApplicationFailure.newBuilder()
                .setType(type.name())
                .setMessage(cut(message))
                .setNonRetryable(!type.isRetryable())
                .build();
    }

    private static Throwable unwrap(Throwable thrown) {
        Throwable inner = thrown.getCause();
        boolean isWrapper = thrown instanceof CompletionException || thrown instanceof ExecutionException;
        return isWrapper && inner != null ? unwrap(inner) : thrown;
    }

    private static String foreignText(Throwable cause) {
        if (cause instanceof UncheckedIOException unchecked) {
            IOException inner = unchecked.getCause();
            String said = text(unchecked);
            if (inner == null) {
                return said;
            }
            return said.equals(inner.toString()) ? foreignText(inner) : said + ": " + foreignText(inner);
        }
        if (cause instanceof FileSystemException file) {
            String reason = file.getReason() == null ? words(file.getClass()) : file.getReason();
            return "could not use `" + file.getFile() + "`: " + reason;
        }
        if (cause instanceof IOException) {
            return text(cause);
        }
        return "unexpected problem: " + text(cause);
    }

    private static String text(Throwable thrown) {
        String message = thrown.getMessage();
        return message == null || message.isBlank() ? words(thrown.getClass()) : message.strip();
    }

    /** {@code NoSuchFileException} becomes "no such file". */
    private static String words(Class<?> type) {
        return type.getSimpleName()
                .replaceFirst("Exception$", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT);
    }

    private static String withHint(String message, String hint) {
        return hint.isBlank() ? message : message + "\n\nhint: " + hint;
    }

    private static String cut(String message) {
        return message.length() <= MESSAGE_LIMIT ? message : message.substring(0, MESSAGE_LIMIT - 1) + "…";
    }
}

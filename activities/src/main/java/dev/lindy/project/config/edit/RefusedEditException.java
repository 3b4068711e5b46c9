package dev.lindy.project.config.edit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A change that is not made, with every reason; the file is as it was. */
public final class RefusedEditException extends Exception {

    private static final long serialVersionUID = 1;

    private final Kind kind;
    private final transient List<Reason> reasons;

    /** What is to be mended. */
    public enum Kind {
        /** No config has such a key. */
        UNKNOWN_KEY,
        /** The change that is asked for. */
        CHANGE,
        /** The file, which cannot be read. */
        FILE
    }

    /**
     * One reason.
     *
     * @param message lower-case, without full stop
     * @param hint one action that could work, or null
     */
    public record Reason(String message, @Nullable String hint) {}

    RefusedEditException(Kind kind, List<Reason> reasons) {
        super(reasons.get(0).message());
        this.kind = kind;
        this.reasons = List.copyOf(reasons);
    }

    RefusedEditException(Kind kind, String message, @Nullable String hint) {
        this(kind, List.of(new Reason(message, hint)));
    }

    RefusedEditException(String message, @Nullable String hint) {
        this(Kind.CHANGE, message, hint);
    }

    public Kind kind() {
        return kind;
    }

    /** At least one. */
    public List<Reason> reasons() {
        return reasons;
    }
}

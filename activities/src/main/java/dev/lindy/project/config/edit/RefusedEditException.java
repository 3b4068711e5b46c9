package dev.lindy.project.config.edit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A change that is not made, with every reason; the file is as it was. */
public final class RefusedEditException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient List<Reason> reasons;

    /**
     * One reason.
     *
     * @param message lower-case, without full stop
     * @param hint one action that could work, or null
     */
    public record Reason(String message, @Nullable String hint) {}

    RefusedEditException(List<Reason> reasons) {
        super(reasons.get(0).message());
        this.reasons = List.copyOf(reasons);
    }

    RefusedEditException(String message, @Nullable String hint) {
        this(List.of(new Reason(message, hint)));
    }

    /** At least one. */
    public List<Reason> reasons() {
        return reasons;
    }
}

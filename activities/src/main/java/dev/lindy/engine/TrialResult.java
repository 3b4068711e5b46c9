package dev.lindy.engine;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the trial of an agent ended.
 *
 * @param message what was wrong, else empty
 * @param hint one action that could work, or null
 * @param costUsd what the trial cost, as far as the agent says so
 * @param costUnknown whether it may have cost more
 */
public record TrialResult(
        boolean passed, String message, @Nullable String hint, double costUsd, boolean costUnknown) {

    @JsonCreator
    public TrialResult {}

    /** The result of a trial that told its cost. */
    public TrialResult(boolean passed, String message, @Nullable String hint, double costUsd) {
        this(passed, message, hint, costUsd, false);
    }

    /** Name of the file with the caller's environment in the folder of a trial. */
    public static final String ENVIRONMENT = "environment.json";

    private static final String FILE = "result.json";

    /** Writes the result into the folder of its trial. */
    public void write(Path folder) {
        JsonFile.write(folder.resolve(FILE), this);
    }

    static Optional<TrialResult> read(Path folder) {
        return JsonFile.read(folder.resolve(FILE), TrialResult.class);
    }
}

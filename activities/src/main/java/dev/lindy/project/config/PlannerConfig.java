package dev.lindy.project.config;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * {@code planner}: the role that makes the plan.
 *
 * @param mode {@code cli} (default) or {@code api}
 * @param provider of mode {@code cli}; default: the dispatcher's, which planned in 0.6.0
 * @param model of mode {@code api}
 * @param maxTokens longest answer of mode {@code api}; one that is longer is cut, and asked for again
 * @param timeout hard limit of one planner request; default: the dispatcher's (30 min), which counted in
 *     0.6.0, where the key itself did nothing
 * @param promptTemplate read and kept, not used by any version
 * @param prompt read and kept, not used by any version
 * @param model of mode {@code api}
 * @param cliModel of mode {@code cli}: {@code model} where it is written, else null
 * @param effort or null for the agent's own choice
 * @param approval {@code never} (default) or {@code always}: whether a person approves each plan
 */
public record PlannerConfig(
        String mode,
        String provider,
        String model,
        int maxTokens,
        Duration timeout,
        @Nullable String promptTemplate,
        String prompt,
        String approval,
        @Nullable String cliModel,
        @Nullable String effort) {

    public static final String DEFAULT_MODEL = "claude-sonnet-4-20250514";
    public static final int DEFAULT_MAX_TOKENS = 4096;

    /** Whether the model itself is asked, without a CLI in between. */
    @JsonIgnore
    public boolean isApi() {
        return mode.equals("api");
    }

    public static PlannerConfig defaults() {
        DispatcherConfig dispatcher = DispatcherConfig.defaults();
        return new PlannerConfig(
                "cli",
                dispatcher.provider(),
                DEFAULT_MODEL,
                DEFAULT_MAX_TOKENS,
                dispatcher.timeout(),
                null,
                "",
                "never",
                null,
                null);
    }
}

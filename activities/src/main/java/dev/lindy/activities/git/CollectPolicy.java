package dev.lindy.activities.git;

import java.util.List;

/**
 * How the result of an attempt is collected.
 *
 * @param sensitive patterns of files that may be in no commit, for instance {@code .env} and {@code *.key}
 * @param commitLeftovers whether files that the agent did not commit are committed by us
 * @param message of that commit
 */
public record CollectPolicy(List<String> sensitive, boolean commitLeftovers, String message) {

    public CollectPolicy {
        sensitive = List.copyOf(sensitive);
    }
}

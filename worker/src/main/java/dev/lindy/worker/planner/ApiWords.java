package dev.lindy.worker.planner;

import com.anthropic.errors.AnthropicException;
import com.anthropic.errors.AnthropicServiceException;

/** What the API or the network said, for people. */
final class ApiWords {

    private ApiWords() {}

    static String of(AnthropicServiceException refused) {
        return refused.apiMessage().orElse("status " + refused.statusCode());
    }

    /** The innermost cause says the most, for instance that a connection was refused. */
    static String of(AnthropicException unreachable) {
        Throwable cause = unreachable;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String words = cause.getMessage();
        return words == null || words.isBlank() ? "the API could not be reached" : words;
    }
}

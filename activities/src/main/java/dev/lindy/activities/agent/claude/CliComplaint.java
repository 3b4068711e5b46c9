package dev.lindy.activities.agent.claude;

import dev.lindy.activities.agent.AgentHints;
import dev.lindy.run.Outcome;
import java.util.Locale;
import java.util.Optional;

/** What Claude Code says in plain text because it has no field for it: observed wordings of 2.1. */
final class CliComplaint {

    private CliComplaint() {}

    /** Whether a conversation that was to be continued is not there. */
    static boolean isUnknownConversation(String words) {
        return words.toLowerCase(Locale.ROOT).contains("no conversation found with session id");
    }

    /** Whether a conversation that was to be begun is there already. */
    static boolean isKnownConversation(String words) {
        String text = words.toLowerCase(Locale.ROOT);
        return text.contains("session id") && text.contains("is already in use");
    }

    static Optional<Outcome> in(String words, String agent, AgentHints hints) {
        String text = words.toLowerCase(Locale.ROOT);
        if (isUnknownConversation(text)) {
            return Optional.of(new Outcome.Interrupted(agent + " does not know the conversation any more"));
        }
        if (isKnownConversation(text)) {
            return Optional.of(new Outcome.Interrupted(agent + " has begun this conversation before"));
        }
        if (text.contains("cannot be used with root")) {
            return Optional.of(
                    new Outcome.AuthMissing(agent + " refuses to run as root with `bypassPermissions`", hints.root()));
        }
        if (text.contains("please run /login") || text.contains("not logged in") || text.contains("invalid api key")) {
            return Optional.of(new Outcome.AuthMissing(agent + " is not logged in", hints.login()));
        }
        if (text.contains("credit balance is too low")) {
            return Optional.of(new Outcome.AuthMissing(agent + ": the credit balance is too low", hints.billing()));
        }
        if (text.contains("prompt is too long")) {
            return Optional.of(new Outcome.ContextExhausted(agent + " ran out of context"));
        }
        return Optional.empty();
    }
}

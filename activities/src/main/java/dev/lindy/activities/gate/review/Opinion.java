package dev.lindy.activities.gate.review;

import java.util.List;

/**
 * What a judging agent found, in a form that can be trusted as far as its shape goes.
 *
 * @param passes whether the change may go on
 * @param summary one sentence for people and for the agent that mends, without line breaks
 * @param findings a line each, {@code file:line: message} where a place is known
 */
record Opinion(boolean passes, String summary, List<String> findings) {

    Opinion {
        findings = List.copyOf(findings);
    }
}

package dev.lindy.activities.agent.conformance;

import java.util.Locale;

/** A way in which the program of an agent can end; each agent has a recording of it or says why it cannot end so. */
enum Shape {
    /** The agent did what it was asked, and said so. */
    SUCCESS,
    /** Called a success in one field, an error in another. */
    SUCCESS_WITH_ERROR,
    /** Exit status 0, and no word about the result. */
    MISSING_RESULT,
    /** More than one result, of which the last counts. */
    TWO_RESULTS,
    /** Nothing but noise on standard output and exit status 0. */
    NOISE_ALONE,
    /** The conversation that was to be begun is there already. */
    REUSED_SESSION,
    /** The conversation that was to go on is not there. */
    UNKNOWN_SESSION,
    /** Exit status 143 in the middle of the work. */
    SIGTERM,
    /** Exit status 137 in the middle of the work. */
    SIGKILL,
    /** Interrupted, and exit status 0 in spite of it. */
    ZERO_AFTER_SIGINT,
    /** Gone without an exit status. */
    LOST,
    /** The quota is used up, and it is known when it is back. */
    QUOTA_WITH_RESET,
    /** The quota is used up, and nobody knows until when. */
    QUOTA,
    /** Asked to slow down. */
    RATE_LIMIT,
    /** The API failed. */
    SERVER_ERROR,
    /** Nobody is logged in. */
    LOGIN_MISSING,
    /** The conversation is too long for the model. */
    CONTEXT_TOO_LONG,
    /** A tool was refused. */
    PERMISSION_DENIED,
    /** A structured answer was asked for and given. */
    STRUCTURED_ANSWER,
    /** A structured answer was asked for and prose was given. */
    NO_STRUCTURED_ANSWER,
    /** The program does not know a flag. */
    UNKNOWN_FLAG,
    /** The program is not there. */
    NOT_INSTALLED,
    /** Ended because it was silent for too long. */
    SILENCE,
    /** Ended because its time was over. */
    TIME_LIMIT;

    /** Name of its folder. */
    String folder() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package dev.lindy.activities.agent;

/** Something that an agent may be able to do. */
public enum Capability {
    /** Goes on with a conversation of before. */
    RESUME,
    /** Keeps to a JSON schema for its answer. */
    JSON_SCHEMA,
    /** Tells what an invocation cost; of the others the cost is unknown. */
    COST,
    /** Ends itself at an amount of money. */
    BUDGET,
    /** Ends itself after a number of turns. */
    TURNS,
    /** Can be told which model to use. */
    MODEL,
    /** Can be told how hard to think. */
    EFFORT,
    /** Can be kept from changing anything. */
    READ_ONLY
}

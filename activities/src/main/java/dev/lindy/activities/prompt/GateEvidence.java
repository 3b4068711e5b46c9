package dev.lindy.activities.prompt;

/**
 * Why one gate rejected an attempt.
 *
 * @param gate the gate's name
 * @param summary one line, may be empty
 * @param output what the gate printed, any text
 */
public record GateEvidence(String gate, String summary, String output) {}

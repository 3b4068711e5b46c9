package dev.lindy.run;

/**
 * One gate's answer about one tree.
 *
 * @param name the gate's name in the plan or the project config
 * @param required whether a rejection stops the attempt
 * @param summary one line for people, for instance the first failing test
 * @param evidence path of the whole output, relative to the evidence folder; empty where there is none
 */
public record GateVerdict(String name, Verdict verdict, boolean required, String summary, String evidence) {

    /** Whether this answer keeps the attempt from being accepted. */
    public boolean blocks() {
        return required && verdict == Verdict.REJECTED;
    }
}

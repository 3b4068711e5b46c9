package dev.lindy.project.discovery.interview;

/** The person who is asked. Texts given to it may name what a repository says. */
public interface Asker {

    /**
     * Asks a question on one line.
     *
     * @param fallback what an empty answer means
     * @return the answer without blanks at its ends, or the fallback
     */
    String ask(String question, String fallback);

    /** Says something that needs no answer. */
    void tell(String line);
}

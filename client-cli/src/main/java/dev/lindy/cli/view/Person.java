package dev.lindy.cli.view;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;

/** The person at the terminal: questions go to standard error, answers come line by line from standard input. */
public final class Person {

    private final Console console;
    private final BufferedReader in;

    public Person(Console console) {
        this.console = console;
        this.in = new BufferedReader(
                new InputStreamReader(console.caller().in(), console.caller().charset()));
    }

    /** Whether somebody is there to answer. */
    public boolean isThere() {
        return console.caller().terminals().in();
    }

    /** The answer without blanks at its ends; the fallback, which is shown, where there is none. */
    public String ask(String question, String fallback) {
        String shown = fallback.isEmpty() ? "" : " [" + fallback + "]";
        console.note(Verbosity.QUIET, Sanitizer.line(question + shown));
        try {
            String line = in.readLine();
            return line == null || line.isBlank() ? fallback : line.strip();
        } catch (IOException e) {
            throw new UncheckedIOException("could not read an answer", e);
        }
    }

    /** Yes is the answer that needs no letter. */
    public boolean agrees(String question) {
        String answer = ask(question + " (yes or no)", "yes");
        return answer.equalsIgnoreCase("y") || answer.equalsIgnoreCase("yes");
    }

    public void tell(String line) {
        console.note(Verbosity.QUIET, Sanitizer.line(line));
    }
}

package dev.lindy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** What must hold of a command's answer to hostile input, whatever that was. */
final class Harmless {

    private static final int MOST_OUTPUT = 200_000;

    private Harmless() {}

    /** A code for people, words for people, and nothing that a terminal obeys. */
    static void check(Cli.Result result, Integer... codes) {
        assertThat(List.of(codes)).as(result.snapshot()).contains(result.exitCode());
        String said = result.out() + result.err();
        assertThat(said.length()).isLessThan(MOST_OUTPUT);
        assertThat(said.codePoints().filter(Harmless::isObeyed).boxed().map(Integer::toHexString))
                .as(said)
                .isEmpty();
        assertThat(said).doesNotContain("Exception", "\tat ", "java.", "null pointer");
        if (result.exitCode() != 0) {
            assertThat(result.err()).contains("error: ");
        }
    }

    private static boolean isObeyed(int point) {
        return (Character.isISOControl(point) && point != '\n')
                || Character.getType(point) == Character.FORMAT
                || Character.getType(point) == Character.SURROGATE;
    }
}

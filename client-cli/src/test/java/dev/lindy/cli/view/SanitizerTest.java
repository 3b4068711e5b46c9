package dev.lindy.cli.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SanitizerTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "\"\u001b[31mred\u001b[0m\", \\x1b[31mred\\x1b[0m",
                "\"\u001b]0;title\u0007x\", \\x1b]0;title\\x07x",
                "\"\u001b]8;;http://evil\u001b\\\\x\", \\x1b]8;;http://evil\\x1b\\\\x",
                "\"\u009b2J\", \\x9b2J",
                "\"a\u0000b\u0008c\u007f\", a\\x00b\\x08c\\x7f",
                "\"user\u202egnp.exe\", user\\u{202e}gnp.exe",
                "\"a\u2066b\u2069\", a\\u{2066}b\\u{2069}",
                "\"a\u2028b\", a\\u{2028}b",
                "\"zero\u200bwidth\ufeff\", zero\\u{200b}width\\u{feff}",
                "\"[b]not markup[/b] @|red x|@ <b>\", [b]not markup[/b] @|red x|@ <b>",
            })
    void makesTextFromOutsideHarmless(String hostile, String shown) {
        assertThat(Sanitizer.line(hostile)).isEqualTo(shown);
    }

    @Test
    void showsUnpairedSurrogates() {
        assertThat(Sanitizer.line("a" + (char) 0xd800 + "b")).isEqualTo("a\\u{d800}b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"日本語のタスク", "emoji 👩‍💻 ok", "Grüße, naïve café", "→ ✓"})
    void keepsTextOfAllLanguages(String text) {
        assertThat(Sanitizer.line(text)).isEqualTo(text);
    }

    @Test
    void putsALineOnOneLine() {
        assertThat(Sanitizer.line("one\r\ntwo\tthree\rfour\n")).isEqualTo("one two three four");
    }

    @Test
    void keepsTheLinesOfABlock() {
        assertThat(Sanitizer.block("one\r\n\ttwo\u001b[2J\n")).isEqualTo("one\n    two\\x1b[2J\n");
    }

    @Test
    void cutsByCharactersAndNotInsideThem() {
        assertThat(Sanitizer.cut("👩👩👩👩", 3, "…")).isEqualTo("👩👩…");
        assertThat(Sanitizer.cut("short", 5, "…")).isEqualTo("short");
    }

    @Test
    void stripsNothingFromLongTextInBadTime() {
        String text = "\u001b".repeat(1_000_000);

        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Sanitizer.line(text)))
                .hasSize(4_000_000);
    }
}

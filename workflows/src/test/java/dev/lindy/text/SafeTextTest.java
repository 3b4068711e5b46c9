package dev.lindy.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class SafeTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\r\nb", "a\u2028b", "a\u0085b", " a \t b ", "a\u000bb", "a\fb"})
    void hasOneLine(String text) {
        assertThat(SafeText.line(text, 100)).isEqualTo("a b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u001b", "\u0000", "\u009b", "\u202e", "\u2066", "\ufeff", "\u007f", "\ud800", "\udc00"})
    void takesOutWhatATerminalWouldObey(String harmful) {
        assertThat(SafeText.line("a" + harmful + "b", 100)).isEqualTo("a\ufffdb");
        assertThat(SafeText.markdown("a" + harmful + "b")).isEqualTo("a\ufffdb");
    }

    @Test
    void keepsLettersAndEmojiOfAllScripts() {
        String text = "größe 日本語 क्‍ष 👩‍👩‍👧 ✓";

        assertThat(SafeText.line(text, 100)).isEqualTo(text);
        assertThat(SafeText.markdown(text)).isEqualTo(text);
    }

    @Test
    void cutsNoCharacterInHalf() {
        assertThat(SafeText.line("x" + "😀".repeat(50), 10)).isEqualTo("x😀😀😀😀…");
        assertThat(SafeText.line("😀".repeat(50), 10)).isEqualTo("😀😀😀😀…");
    }

    @Test
    void goesQuicklyOverAHugeText() {
        assertThat(SafeText.line("\n\u001b x".repeat(5_000_000), 100)).hasSizeLessThanOrEqualTo(100);
        assertThat(SafeText.markdown("[](<&#".repeat(500_000))).hasSizeGreaterThan(3_000_000);
    }

    @ParameterizedTest
    @CsvSource({
        "<img src=x>, \\<img src=x\\>",
        "[a](http://b), \\[a\\](http:\\//b)",
        "see https://evil.example, see https:\\//evil.example",
        "www.evil.example, www\\.evil.example",
        "&#x202e; &amp; a & b, \\&\\#x202e; \\&amp; a & b",
        "**a** _b_ `c` ~d~ | e, \\*\\*a\\*\\* \\_b\\_ \\`c\\` \\~d\\~ \\| e",
    })
    void meansNothingInMarkdown(String text, String escaped) {
        assertThat(SafeText.markdown(text)).isEqualTo(escaped);
    }

    @Test
    void breaksLinksAndHtmlWithoutAnyEscape() {
        assertThat(SafeText.withoutLinks("api: [a](http://b) <b>x</b> <!-- a < b a[1] `c` _d_"))
                .isEqualTo("api: [a] (http://b) < b>x< /b> < !-- a < b a[1] `c` _d_");
    }

    @Test
    void staysInsideOfACodeSpan() {
        assertThat(SafeText.code("main")).isEqualTo("`main`");
        assertThat(SafeText.code("a``b`<i>")).isEqualTo("``` a``b`<i> ```");
    }
}

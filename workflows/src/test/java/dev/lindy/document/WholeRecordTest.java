package dev.lindy.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WholeRecordTest {

    private record Inner(String name) {}

    private record Outer(@Nullable String note, Inner inner, List<Inner> more, int number) {}

    private record Place(Path path) {}

    @Test
    void looksIntoNoPathWhichHoldsItself() {
        Place place = new Place(Path.of("a"));

        assertThat(WholeRecord.require(place)).isSameAs(place);
    }

    @Test
    @SuppressWarnings("NullAway") // what Jackson makes of `{}`
    void missesWhatATypePromises() {
        Outer whole = new Outer(null, new Inner("a"), List.of(new Inner("b")), 0);

        assertThat(WholeRecord.require(whole)).isSameAs(whole);
        assertThatThrownBy(() -> WholeRecord.require(new Outer(null, null, List.of(), 0)))
                .hasMessage("`inner` is missing");
        assertThatThrownBy(() -> WholeRecord.require(new Outer(null, new Inner(null), List.of(), 0)))
                .hasMessage("`name` is missing");
        assertThatThrownBy(() -> WholeRecord.require(new Outer(null, new Inner("a"), List.of(new Inner(null)), 0)))
                .hasMessage("`name` is missing");
    }
}

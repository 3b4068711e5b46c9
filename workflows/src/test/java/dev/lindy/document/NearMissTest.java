package dev.lindy.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearMissTest {
    private static final List<String> NAMES = List.of("api", "web-ui", "database");

    @Test
    void findsSlipsOfTheFinger() {
        assertThat(NearMiss.of("databse", NAMES)).contains("database");
        assertThat(NearMiss.of("web_ui", NAMES)).contains("web-ui");
        assertThat(NearMiss.of("pai", NAMES)).contains("api");
        assertThat(NearMiss.of("API", NAMES)).contains("api");
    }

    @Test
    void doesNotGuessWildly() {
        assertThat(NearMiss.of("cli", NAMES)).isEmpty();
        assertThat(NearMiss.of("", NAMES)).isEmpty();
        assertThat(NearMiss.of("x".repeat(10_000), NAMES)).isEmpty();
    }

    @Test
    void listsWhatIsKnownWhereNothingIsNear() {
        assertThat(NearMiss.hint("databse", NAMES)).isEqualTo("did you mean `database`?");
        assertThat(NearMiss.hint("frontend", NAMES)).isEqualTo("known are `api`, `web-ui`, `database`");
    }
}

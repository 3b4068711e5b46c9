package dev.lindy.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class EngineRequestTest {

    private static final Map<String, String> ENVIRONMENT =
            Map.of("TEMPORAL_ADDRESS", "cloud:7233", "TEMPORAL_NAMESPACE", "team");

    @Test
    void optionsWinOverTheEnvironment() {
        assertThat(EngineRequest.from("mine:1", null, ENVIRONMENT)).isEqualTo(new EngineRequest("mine:1", "team"));
    }

    @Test
    void theProfileFillsWhatIsMissing() {
        assertThat(EngineRequest.from("mine:1", null, Map.of()).orElse(new EngineRequest("theirs:1", "team")))
                .isEqualTo(new EngineRequest("mine:1", "team"));
    }

    @Test
    void aNamespaceAloneNamesNoServer() {
        assertThat(EngineRequest.from(null, "team", Map.of("TEMPORAL_ADDRESS", " "))
                        .named())
                .isEmpty();
    }

    @Test
    void addsTheUsualPort() {
        assertThat(new EngineAddress("temporal.example", "team").address()).isEqualTo("temporal.example:7233");
        assertThatThrownBy(() -> new EngineAddress(" ", "team")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesOneServerByOneId() {
        EngineChoice local =
                EngineChoice.of(EngineChoice.Kind.EXTERNAL, new EngineAddress("LOCALHOST:7233", "lindy"), null);
        EngineChoice loopback =
                EngineChoice.of(EngineChoice.Kind.COMPOSE, new EngineAddress("127.0.0.1:7233", "lindy"), null);

        assertThat(local.id()).isEqualTo(loopback.id()).isEqualTo("127.0.0.1-7233_lindy");
    }
}

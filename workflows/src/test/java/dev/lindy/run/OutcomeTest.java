package dev.lindy.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lindy.payload.Payloads;
import org.junit.jupiter.api.Test;

class OutcomeTest {

    @Test
    void hasOneWordForPeopleAndPayloads() {
        Outcome outcome = new Outcome.ContextExhausted("too long");

        JsonNode json = Payloads.mapper().valueToTree(outcome);

        assertThat(outcome.word()).isEqualTo("context_exhausted");
        assertThat(json.get("type").asText()).isEqualTo("context_exhausted");
    }
}

package dev.lindy.workflow;

import static dev.lindy.workflow.Fixture.id;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MergeSlotTest {

    private final MergeSlot slot = new MergeSlot();

    @Test
    void isGrantedToOneTaskAtATimeInTheOrderOfAsking() {
        slot.request(id(2));
        slot.request(id(1));

        assertThat(slot.grant()).contains(id(2));
        assertThat(slot.grant()).isEmpty();
        slot.release(id(2));
        assertThat(slot.grant()).contains(id(1));
    }

    @Test
    void forgetsATaskThatEndsWhileItWaits() {
        slot.request(id(1));
        slot.request(id(2));
        slot.release(id(1));

        assertThat(slot.grant()).contains(id(2));
    }

    @Test
    void isNotFreedByAnother() {
        slot.request(id(1));
        slot.grant();
        slot.request(id(2));
        slot.release(id(3));

        assertThat(slot.grant()).isEmpty();
    }

    @Test
    void isGrantedAgainToAHolderThatAsks() {
        slot.request(id(1));
        slot.grant();
        slot.request(id(1));

        assertThat(slot.grant()).contains(id(1));
    }
}

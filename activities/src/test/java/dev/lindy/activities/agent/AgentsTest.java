package dev.lindy.activities.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.activities.agent.claude.ClaudeCli;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgentsTest {

    private final Agent claude = new ClaudeCli((command, environment) -> "", new ClaudeCli.Host(false, false));
    private final Agents agents = new Agents(List.of(claude));

    @Test
    void findsAnAgentByItsName() {
        assertThat(agents.find("claude_cli")).contains(claude);
        assertThat(agents.problem("claude_cli")).isEmpty();
    }

    @Test
    void tellsWhichAgentsAreKnown() {
        assertThat(agents.find("clod")).isEmpty();
        assertThat(agents.problem("clod")).contains("agent `clod` is not known; known are claude_cli");
    }
}

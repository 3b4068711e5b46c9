package dev.lindy.cli.engine;

import dev.lindy.engine.AgentAnswer;
import dev.lindy.engine.AgentInquiry;
import dev.lindy.state.CallerEnvironment;

/** Asks agents where runs would start them; needs no engine. */
@FunctionalInterface
public interface AgentDesk {

    /** Asks and waits, at most as long as the question says. */
    AgentAnswer ask(AgentInquiry inquiry, CallerEnvironment caller);
}

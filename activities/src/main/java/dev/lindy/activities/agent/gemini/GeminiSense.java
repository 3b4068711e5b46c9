package dev.lindy.activities.agent.gemini;

import dev.lindy.activities.agent.EventHead;
import dev.lindy.activities.agent.OpenCalls;
import dev.lindy.process.LifeSense;

/** Knows from Gemini's events whether a tool runs. */
final class GeminiSense implements LifeSense {

    private final OpenCalls open = new OpenCalls();

    @Override
    public void line(String line) {
        EventHead event = EventHead.of(line);
        switch (event.text("type")) {
            case "tool_use" -> open.open(event.text("tool_id"));
            case "tool_result" -> open.close(event.text("tool_id"));
            case "result" -> open.clear();
            default -> {}
        }
    }

    @Override
    public boolean isBusy() {
        return !open.isEmpty();
    }
}

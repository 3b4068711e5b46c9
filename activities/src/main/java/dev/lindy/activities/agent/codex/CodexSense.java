package dev.lindy.activities.agent.codex;

import dev.lindy.activities.agent.EventHead;
import dev.lindy.activities.agent.OpenCalls;
import dev.lindy.process.LifeSense;

/** Knows from Codex's events whether a command runs or it is trying to reach the model again. */
final class CodexSense implements LifeSense {

    private final OpenCalls open = new OpenCalls();
    private boolean retrying;

    @Override
    public void line(String line) {
        EventHead event = EventHead.of(line);
        retrying = event.text("type").equals("error") && event.text("message").startsWith("Reconnecting");
        switch (event.text("type")) {
            case "item.started" -> open.open(event.text("item.id"));
            case "item.completed" -> open.close(event.text("item.id"));
            case "turn.completed", "turn.failed" -> open.clear();
            default -> {}
        }
    }

    @Override
    public boolean isBusy() {
        return retrying || !open.isEmpty();
    }
}

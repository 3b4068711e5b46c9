package dev.lindy.activities.agent.opencode;

import dev.lindy.activities.agent.EventHead;
import dev.lindy.activities.agent.OpenCalls;
import dev.lindy.process.LifeSense;

/**
 * Knows from opencode's events whether a tool runs. Today's version tells of a tool when it has ended; processes
 * that use the CPU are what keeps it alive until then.
 */
final class OpencodeSense implements LifeSense {

    private final OpenCalls open = new OpenCalls();

    @Override
    public void line(String line) {
        EventHead event = EventHead.of(line);
        String call = event.text("part.callID");
        switch (event.text("type")) {
            case "tool_use" -> tool(call, event.text("part.state.status"));
            case "step_finish", "error" -> open.clear();
            default -> {}
        }
    }

    private void tool(String call, String status) {
        if (status.equals("running") || status.equals("pending")) {
            open.open(call);
        } else {
            open.close(call);
        }
    }

    @Override
    public boolean isBusy() {
        return !open.isEmpty();
    }
}

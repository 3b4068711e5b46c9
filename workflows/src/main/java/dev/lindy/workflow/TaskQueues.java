package dev.lindy.workflow;

/** Names of Task Queues. */
public final class TaskQueues {

    private TaskQueues() {}

    /** The one queue of a state directory: all that its runs do needs its disk. */
    public static String host(String hostId) {
        return "lindy-host-" + hostId;
    }
}

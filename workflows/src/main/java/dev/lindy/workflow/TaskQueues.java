package dev.lindy.workflow;

/** Names of the Task Queues. */
public final class TaskQueues {

    /** Workflows and Activities that need no particular disk. */
    public static final String LINDY = "lindy";

    private TaskQueues() {}

    /** Everything that needs the disk of one host. */
    public static String host(String hostId) {
        return "lindy-host-" + hostId;
    }
}

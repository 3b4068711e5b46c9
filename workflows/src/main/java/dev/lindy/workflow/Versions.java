package dev.lindy.workflow;

/**
 * The ids of {@code Workflow.getVersion} calls, newest last.
 *
 * <p>The rule: a change that makes an open run issue other commands (another Activity, another order, another
 * timer, another child) gets an id here named after what changes, is read once at a quiet point of the
 * Workflow, and stays until no open or retained history can hold the old branch. Histories of each released
 * shape are replayed in every build from {@code src/test/resources/histories}; new ones are added, old ones
 * never removed. A change inside an Activity or in the text of a summary needs no version.
 */
final class Versions {

    /** Since version 1 the starts of tasks go to the server before the record of them is written, not after it. */
    static final String START_BEFORE_RECORD = "start-before-record";

    private Versions() {}
}

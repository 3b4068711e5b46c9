package dev.lindy.cli.client;

import dev.lindy.plan.TaskId;

/** What a person may ask of a run that goes on; sent as an Update, and so either done or refused at once. */
public sealed interface Steering {

    record Approve() implements Steering {}

    record Pause(String reason) implements Steering {}

    record Resume() implements Steering {}

    record Retry(TaskId task) implements Steering {}

    record Skip(TaskId task) implements Steering {}
}

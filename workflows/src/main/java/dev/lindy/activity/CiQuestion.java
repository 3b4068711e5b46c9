package dev.lindy.activity;

import java.time.Duration;

/**
 * What a CI service is asked for.
 *
 * @param gate the gate and the commit
 * @param waited time since the first question of its kind about this commit, by the Workflow's clock
 */
public record CiQuestion(JudgeTree gate, Duration waited) {}

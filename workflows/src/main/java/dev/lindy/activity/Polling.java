package dev.lindy.activity;

import java.time.Duration;

/**
 * How a service that judges is asked.
 *
 * @param limit longest wait for its verdict
 * @param interval longest pause between two questions; the first ones follow each other faster
 */
public record Polling(Duration limit, Duration interval) {}

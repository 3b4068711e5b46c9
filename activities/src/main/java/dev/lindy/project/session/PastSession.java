package dev.lindy.project.session;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a session file says, of whichever version; absent texts are empty.
 *
 * @param place the session's file, or its folder as 0.15 makes one
 * @param status one of the words that the original has for one, usually {@code paused} and the like
 * @param tasks an array, each task as its version writes it
 */
public record PastSession(
        String id,
        Path place,
        String status,
        String goal,
        @Nullable Instant startedAt,
        @Nullable Instant completedAt,
        JsonNode tasks) {}

package dev.lindy.cli.engine;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What runs on this host: the form of {@code ps --json}, a contract. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record EnginePicture(@Nullable Server engine, List<Worker> workers, List<Agent> agents) {

    public EnginePicture {
        workers = List.copyOf(workers);
        agents = List.copyOf(agents);
    }

    /**
     * The Temporal server.
     *
     * @param pid null where it is not ours
     * @param version of the server, or null where it is not known
     */
    public record Server(
            String kind,
            String address,
            String namespace,
            @Nullable String ui,
            @Nullable Long pid,
            @Nullable String version) {}

    /**
     * A Worker process.
     *
     * @param responds whether it gets to run: false where it was stopped by a signal, or hangs
     */
    public record Worker(long pid, String identity, String host, boolean responds) {}

    /** An agent at work. */
    public record Agent(long pid, String run, int task, int attempt, Instant startedAt) {}
}

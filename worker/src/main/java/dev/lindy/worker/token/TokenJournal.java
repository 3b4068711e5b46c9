package dev.lindy.worker.token;

import dev.lindy.process.ProcessIdentity;
import dev.lindy.worker.engine.TaskLedger;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The tokens of all tasks that this Worker has been given and not answered, in memory and on disk. */
public final class TokenJournal implements TaskLedger {

    private final TokenStore tokens;
    private final String namespace;
    private final ProcessIdentity worker;
    private final InstantSource clock;
    private final Map<String, TokenRecord> open = new ConcurrentHashMap<>();
    private final Map<String, Instant> returned = new ConcurrentHashMap<>();

    /** Makes the journal of the given process. */
    public TokenJournal(TokenStore tokens, String namespace, ProcessIdentity worker, InstantSource clock) {
        this.tokens = tokens;
        this.namespace = namespace;
        this.worker = worker;
        this.clock = clock;
    }

    @Override
    public void received(Task task) {
        TokenRecord record = new TokenRecord(task, namespace, worker.pid(), worker.startTime(), clock.instant());
        open.put(task.token(), record);
        tokens.put(record);
    }

    @Override
    public void settled(String token) {
        // Also for tokens of other Workers: whoever answers a task settles it.
        open.remove(token);
        returned.remove(token);
        tokens.remove(token);
    }

    /** Notes that the Activity has returned and its result is on its way. */
    void returned(String token) {
        returned.put(token, clock.instant());
        if (!open.containsKey(token)) {
            returned.remove(token);
        }
    }

    /** Notes that the Activity has returned and waits for a program: whoever tells the program's end settles it. */
    void waits(String token) {
        open.remove(token);
    }

    /** Activities that are at work. */
    List<TokenRecord> atWork() {
        return open.values().stream()
                .filter(record -> record.task().kind() == Kind.ACTIVITY && !returned.containsKey(record.token()))
                .toList();
    }

    /** Activities that returned before the given time and whose results have not arrived. */
    List<TokenRecord> lost(Instant before) {
        return open.values().stream()
                .filter(record ->
                        returned.getOrDefault(record.token(), Instant.MAX).isBefore(before))
                .toList();
    }
}

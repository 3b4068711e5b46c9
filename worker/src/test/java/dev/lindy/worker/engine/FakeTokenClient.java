package dev.lindy.worker.engine;

import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.TemporalFailure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers as told and notes what it was asked, for instance {@code complete t1 "done"}. */
public final class FakeTokenClient implements TokenClient {

    public final List<String> calls = new ArrayList<>();
    public final List<Object> details = new ArrayList<>();
    public final List<ApplicationFailure> failures = new ArrayList<>();
    private final Map<String, Reply> replies = new HashMap<>();

    /** The answer to one kind of call: {@code heartbeat}, {@code complete}, {@code fail}, {@code canceled}. */
    public FakeTokenClient answer(String call, Reply reply) {
        replies.put(call, reply);
        return this;
    }

    private Reply note(String call, String token, String more) {
        calls.add((call + " " + token + " " + more).strip());
        return replies.getOrDefault(call, Reply.OK);
    }

    @Override
    public Reply heartbeat(String namespace, String token, Object given) {
        details.add(given);
        return note("heartbeat", token, "");
    }

    @Override
    public Reply complete(String namespace, String token, Outgoing result) {
        return note(
                "complete",
                token,
                result.payload()
                        .map(payload -> payload.getData().toStringUtf8())
                        .orElse(""));
    }

    @Override
    public Reply fail(String namespace, String token, TemporalFailure failure) {
        ApplicationFailure application = (ApplicationFailure) failure;
        failures.add(application);
        return note("fail", token, application.getType());
    }

    @Override
    public Reply canceled(String namespace, String token, @Nullable Object given) {
        return note("canceled", token, "");
    }

    @Override
    public Reply releaseWorkflowTask(String namespace, String token) {
        return note("release", token, "");
    }
}

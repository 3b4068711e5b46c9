package dev.lindy.activities.agent;

import java.util.LinkedHashSet;
import java.util.Set;

/** The tools that an agent has called and that have not answered yet, by id; bounded. */
public final class OpenCalls {

    private static final int MAX = 1_000;

    private final Set<String> ids = new LinkedHashSet<>();

    public void open(String id) {
        if (!id.isEmpty() && ids.size() < MAX) {
            ids.add(id);
        }
    }

    public void close(String id) {
        ids.remove(id);
    }

    public void clear() {
        ids.clear();
    }

    public boolean isEmpty() {
        return ids.isEmpty();
    }
}

package dev.lindy.plan;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task as far as it could be read. A null component was there but wrong and has been reported; an empty text was
 * absent.
 *
 * @param here where the task stands in its document
 */
record TaskDraft(
        JsonPointer here,
        @Nullable TaskId id,
        @Nullable String module,
        @Nullable String description,
        @Nullable String prompt,
        List<Item<TaskId>> dependsOn,
        List<Item<GateSpec>> gates) {

    private static final JsonPointer TASKS = JsonPointer.compile("/tasks");

    /** One value of a list and where it stands. */
    record Item<T>(JsonPointer here, T value) {}

    static TaskDraft of(Task task, int index) {
        JsonPointer here = TASKS.appendIndex(index);
        return new TaskDraft(
                here,
                task.id(),
                task.module(),
                task.description(),
                task.prompt(),
                items(here.appendProperty("depends_on"), task.dependsOn()),
                items(here.appendProperty("qa_checks"), task.gates()));
    }

    private static <T> List<Item<T>> items(JsonPointer list, List<T> values) {
        List<Item<T>> items = new ArrayList<>();
        for (T value : values) {
            items.add(new Item<>(list.appendIndex(items.size()), value));
        }
        return items;
    }

    /** The task as messages call it. */
    String label() {
        return id == null ? "task at `tasks[" + here.last().getMatchingIndex() + "]`" : "task " + id.value();
    }

    JsonPointer at(String key) {
        return here.appendProperty(key);
    }
}

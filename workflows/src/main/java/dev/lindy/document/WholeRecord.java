package dev.lindy.document;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Records that were read from a file, which anybody or a full disk may have changed. */
public final class WholeRecord {

    private WholeRecord() {}

    /**
     * The same record, where it and the records inside of it have all that their types promise.
     *
     * @throws IllegalArgumentException naming what is missing
     */
    public static <T> T require(T value) {
        if (value instanceof Record part) {
            for (RecordComponent component : part.getClass().getRecordComponents()) {
                Object content = content(component, part);
                if (content != null) {
                    require(content);
                } else if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                    throw new IllegalArgumentException("`" + component.getName() + "` is missing");
                }
            }
        } else if (value instanceof Collection<?> parts) {
            parts.forEach(WholeRecord::require);
        }
        return value;
    }

    private static @Nullable Object content(RecordComponent component, Record part) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(part);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Unexpected record without accessor: " + component, e);
        }
    }
}

package dev.lindy.payload;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Instances of records, every component filled, or every nullable one left out. */
final class Samples {

    private final boolean full;

    Samples(boolean full) {
        this.full = full;
    }

    Object of(Class<?> type) {
        try {
            RecordComponent[] components = type.getRecordComponents();
            Object[] values = Arrays.stream(components).map(this::value).toArray();
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("no sample of " + type, impossible);
        }
    }

    private @Nullable Object value(RecordComponent component) {
        if (component.getDeclaringRecord().getSimpleName().equals("RunId")) {
            return "0a1b2c3d";
        }
        boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return nullable && !full ? null : value(component.getGenericType());
    }

    private Object value(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            return generic.getRawType() == List.class
                    ? List.of(value(arguments[0]))
                    : Map.of("key", value(arguments[1]));
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isEnum()) {
            return plain.getEnumConstants()[plain.getEnumConstants().length - 1];
        }
        if (plain.isSealed()) {
            Class<?>[] kinds = plain.getPermittedSubclasses();
            return of(kinds[1]);
        }
        return plain.isRecord() ? of(plain) : simple(plain);
    }

    private static Object simple(Class<?> type) {
        if (type == String.class) {
            return "text with \"quotes\", ünïcödé and 😀";
        } else if (type == int.class || type == Integer.class) {
            return 7;
        } else if (type == long.class) {
            return 7_000_000_000L;
        } else if (type == double.class || type == Double.class) {
            return 0.125;
        } else if (type == boolean.class) {
            return true;
        } else if (type == Instant.class) {
            return Instant.parse("2026-11-01T10:00:00.123456Z");
        } else if (type == Duration.class) {
            return Duration.ofMillis(1_500);
        }
        throw new IllegalStateException("no sample of " + type);
    }
}

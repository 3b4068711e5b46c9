package dev.lindy.plan;

import java.util.List;

/**
 * The names that a plan may use.
 *
 * @param modules configured modules; {@code root} and {@code *} are always known
 * @param gates built-in gates and those of the project config
 * @param refused gates that are known by name but cannot be run; none of {@code gates}
 */
public record Vocabulary(List<String> modules, List<String> gates, List<String> refused) {

    public Vocabulary {
        modules = List.copyOf(modules);
        gates = List.copyOf(gates);
        refused = List.copyOf(refused);
    }

    public Vocabulary(List<String> modules, List<String> gates) {
        this(modules, gates, List.of());
    }
}

package dev.lindy.plan;

import java.util.List;

/**
 * The names that a plan may use.
 *
 * @param modules configured modules; {@code root} and {@code *} are always known
 * @param gates built-in gates and those of the project config
 */
public record Vocabulary(List<String> modules, List<String> gates) {

    public Vocabulary {
        modules = List.copyOf(modules);
        gates = List.copyOf(gates);
    }
}

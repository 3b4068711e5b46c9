package dev.lindy.plan;

import java.util.List;

/**
 * Which gates a plan file wants to leave out. What the project config requires stays: a plan cannot make a task count as
 * done that is not.
 *
 * @param all every gate that may be left out; {@code skip_qa} of a plan
 * @param gates those of these names; {@code skip_gates} of a plan
 */
public record Skips(boolean all, List<String> gates) {

    /** A plan that leaves nothing out. */
    public static final Skips NONE = new Skips(false, List.of());

    public Skips {
        gates = List.copyOf(gates);
    }

    /** Whether a gate of that name is not wanted. */
    public boolean names(String gate) {
        return all || gates.contains(gate);
    }
}

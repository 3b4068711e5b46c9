package dev.lindy.failpoint;

/**
 * What happens to a process at a fail point. The product has no trap: tests put one on the class path, found by
 * {@link java.util.ServiceLoader}.
 */
public interface Trap {

    /** Called each time a point is passed, on the thread that passes it; may never return. */
    void at(FailPoint point, String detail);
}

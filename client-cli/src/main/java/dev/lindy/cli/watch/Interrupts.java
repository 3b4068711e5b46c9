package dev.lindy.cli.watch;

/** Where Ctrl-C comes from. */
public interface Interrupts {

    /**
     * Takes Ctrl-C over until closed. Called once per press, by another thread.
     */
    Registration take(Runnable onInterrupt);

    /** Gives Ctrl-C back. */
    interface Registration extends AutoCloseable {
        @Override
        void close();
    }

    /** For calls that cannot be interrupted. */
    static Interrupts none() {
        return onInterrupt -> () -> {};
    }
}

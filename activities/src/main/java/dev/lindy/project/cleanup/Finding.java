package dev.lindy.project.cleanup;

/**
 * One thing that is past its limit.
 *
 * @param subject branch, or path as a person in the project would write it
 * @param detail clauses that say how old or large it is, and why it may go or has to stay
 * @param disposal carried out with {@code --apply} where the fate is to go
 */
public record Finding(Category category, String subject, String detail, Fate fate, Disposal disposal) {

    /** What is to become of it. */
    public enum Fate {
        /** It goes: deleted, or put aside. */
        GO,
        /** It is past its limit and stays, because something would be lost with it. */
        KEEP,
        /** Only a person can deal with it. */
        NOTICE
    }

    /** Makes a thing go away, after looking once more whether it still may. */
    @FunctionalInterface
    public interface Disposal {

        /** Says why the thing is still there, or an empty text when it is gone. */
        String dispose();
    }

    static Finding go(Category category, String subject, String detail, Disposal disposal) {
        return new Finding(category, subject, detail, Fate.GO, disposal);
    }

    static Finding keep(Category category, String subject, String detail) {
        return new Finding(category, subject, detail, Fate.KEEP, () -> "it is to be kept");
    }

    static Finding notice(Category category, String subject, String detail) {
        return new Finding(category, subject, detail, Fate.NOTICE, () -> "it is for a person to deal with");
    }
}

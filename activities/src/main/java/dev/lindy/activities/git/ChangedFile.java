package dev.lindy.activities.git;

/**
 * A file that differs between two commits; a rename is a deletion and an addition.
 *
 * @param status git's letter: {@code A}dded, {@code M}odified, {@code D}eleted, {@code T}ype changed
 * @param newMode git's mode of the new side, {@code 000000} where there is none
 */
public record ChangedFile(String path, char status, String newMode) {

    boolean isSubmoduleOrRepository() {
        return newMode.equals("160000");
    }

    /** Whether nothing is there any more. */
    public boolean isGone() {
        return status == 'D';
    }
}

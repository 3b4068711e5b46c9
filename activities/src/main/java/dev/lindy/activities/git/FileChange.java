package dev.lindy.activities.git;

/**
 * A file that differs between two commits, with what it was before; a rename is one change.
 *
 * @param path where it is, or was where it is gone
 * @param before its path in the older commit; the same as {@code path} but for renames and copies
 * @param status git's letter: {@code A}dded, {@code M}odified, {@code D}eleted, {@code T}ype changed, {@code R}enamed
 * @param newMode git's mode of the new side, {@code 000000} where there is none
 * @param oldId object of the older side, all zeros where there is none
 * @param newId object of the newer side, all zeros where there is none
 */
public record FileChange(String path, String before, char status, String newMode, String oldId, String newId) {

    public boolean isGone() {
        return status == 'D';
    }

    /** Whether it was not there before, under this or another name. */
    public boolean isNew() {
        return status == 'A';
    }

    /** Whether it is a file with content: no link, submodule or deletion. */
    public boolean isRegular() {
        return newMode.startsWith("100");
    }

    boolean hasOldContent() {
        return oldId.chars().anyMatch(c -> c != '0');
    }
}

package dev.lindy.activities.gate;

/** Names from configs and plans as parts of file names and program keys: never a path, never ambiguous. */
final class FileNames {

    private static final int MAX_READABLE = 60;

    private FileNames() {}

    /** Letters, digits, dots and dashes; a hash is added where anything was replaced or cut. */
    static String of(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9.-]+", "-").replaceAll("^[.-]+", "");
        if (plain.equals(name) && plain.length() <= MAX_READABLE && !plain.isEmpty()) {
            return plain;
        }
        String cut = plain.length() > MAX_READABLE ? plain.substring(0, MAX_READABLE) : plain;
        return (cut.isEmpty() ? "gate" : cut) + "-" + Integer.toHexString(name.hashCode());
    }
}

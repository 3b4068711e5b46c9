package dev.lindy.activities.git;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds and replaces one file in a tree without a process, as long as the folders on its way are loose objects. */
final class TreePath {

    private static final String FOLDER_MODE = "40000";
    private static final int ID_BYTES = 20;

    private final ObjectFiles objects;

    TreePath(ObjectFiles objects) {
        this.objects = objects;
    }

    /**
     * What is known of a path.
     *
     * @param isKnown false where only git can tell
     * @param entry null where there is nothing of that path
     */
    record Lookup(boolean isKnown, @Nullable Entry entry) {

        static final Lookup UNKNOWN = new Lookup(false, null);
        private static final Lookup ABSENT = new Lookup(true, null);
    }

    /**
     * @param mode as git writes it, {@code 100644} for a file
     * @param place index of the first byte of the id in its folder
     */
    record Entry(String mode, String id, int place) {

        boolean isRegularFile() {
            return mode.equals("100644") || mode.equals("100755");
        }
    }

    Lookup find(String tree, String path) {
        int slash = path.indexOf('/');
        Optional<byte[]> folder = objects.read("tree", tree);
        if (folder.isEmpty()) {
            return Lookup.UNKNOWN;
        }
        Entry entry = entry(folder.get(), slash < 0 ? path : path.substring(0, slash));
        if (entry == null || (slash >= 0 && !entry.mode().equals(FOLDER_MODE))) {
            return Lookup.ABSENT;
        }
        return slash < 0 ? new Lookup(true, entry) : find(entry.id(), path.substring(slash + 1));
    }

    /** The tree with other content in a file that it has, of the same mode; empty where only git can do that. */
    Optional<String> replace(String tree, String path, String blob) {
        int slash = path.indexOf('/');
        Optional<byte[]> folder = objects.read("tree", tree);
        Entry entry = folder.isEmpty() ? null : entry(folder.get(), slash < 0 ? path : path.substring(0, slash));
        if (folder.isEmpty() || entry == null) {
            return Optional.empty();
        }
        if (slash < 0) {
            return entry.isRegularFile() ? Optional.of(with(folder.get(), entry, blob)) : Optional.empty();
        }
        return entry.mode().equals(FOLDER_MODE)
                ? replace(entry.id(), path.substring(slash + 1), blob).map(below -> with(folder.get(), entry, below))
                : Optional.empty();
    }

    private String with(byte[] folder, Entry entry, String id) {
        byte[] changed = folder.clone();
        System.arraycopy(HexFormat.of().parseHex(id), 0, changed, entry.place(), ID_BYTES);
        return objects.write("tree", changed);
    }

    // mode SP name NUL id, one behind the other
    private static @Nullable Entry entry(byte[] folder, String name) {
        byte[] wanted = name.getBytes(StandardCharsets.UTF_8);
        int start = 0;
        while (start < folder.length) {
            int space = indexOf(folder, ' ', start);
            int end = indexOf(folder, '\0', space + 1);
            if (Arrays.equals(folder, space + 1, end, wanted, 0, wanted.length)) {
                String mode = new String(folder, start, space - start, StandardCharsets.US_ASCII);
                return new Entry(mode, HexFormat.of().formatHex(folder, end + 1, end + 1 + ID_BYTES), end + 1);
            }
            start = end + 1 + ID_BYTES;
        }
        return null;
    }

    private static int indexOf(byte[] bytes, char wanted, int start) {
        int index = start;
        while (bytes[index] != wanted) {
            index++;
        }
        return index;
    }
}

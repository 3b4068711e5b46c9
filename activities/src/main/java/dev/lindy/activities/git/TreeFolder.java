package dev.lindy.activities.git;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A folder of a commit's tree in memory. Never changes: {@link #with} makes another one, which shares what is the same
 * and has to be written only where it differs.
 */
final class TreeFolder {

    private static final String FOLDER_MODE = "40000";
    private static final String FILE_MODE = "100644";

    /** By name, that of a folder with a slash behind it: in this order git wants them. */
    private final Map<String, Entry> entries;

    private @Nullable String id;

    private sealed interface Entry {}

    private record FileEntry(String mode, String id) implements Entry {}

    private record FolderEntry(TreeFolder folder) implements Entry {}

    private TreeFolder(Map<String, Entry> entries) {
        this.entries = entries;
    }

    static TreeFolder empty() {
        return new TreeFolder(Map.of());
    }

    /** Reads what {@code git ls-tree -r -z --full-tree} printed. */
    static TreeFolder parse(GitOutput listing) {
        TreeFolder root = empty();
        for (String record : listing.records()) {
            // mode type id TAB path
            int tab = record.indexOf('\t');
            String[] part = record.substring(0, tab).split(" ", 3);
            root = root.with(record.substring(tab + 1), new FileEntry(part[0], part[2]));
        }
        return root;
    }

    /** The same with one file put in or replaced. */
    TreeFolder with(String path, String blob) {
        return with(path, new FileEntry(FILE_MODE, blob));
    }

    private TreeFolder with(String path, FileEntry file) {
        Map<String, Entry> changed = new TreeMap<>(entries);
        int slash = path.indexOf('/');
        if (slash < 0) {
            changed.remove(path + "/");
            changed.put(path, file);
        } else {
            String name = path.substring(0, slash + 1);
            changed.remove(path.substring(0, slash));
            TreeFolder before = entries.get(name) instanceof FolderEntry known ? known.folder() : empty();
            changed.put(name, new FolderEntry(before.with(path.substring(slash + 1), file)));
        }
        return new TreeFolder(changed);
    }

    boolean holds(String path) {
        int slash = path.indexOf('/');
        if (slash < 0) {
            return entries.containsKey(path);
        }
        return entries.get(path.substring(0, slash + 1)) instanceof FolderEntry known
                && known.folder().holds(path.substring(slash + 1));
    }

    /** Writes what is not written yet and returns the tree's id. */
    synchronized String write(ObjectFiles objects) {
        String known = id;
        if (known == null) {
            known = objects.write("tree", content(objects));
            id = known;
        }
        return known;
    }

    private byte[] content(ObjectFiles objects) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        entries.forEach((name, entry) -> {
            if (entry instanceof FolderEntry folder) {
                append(
                        content,
                        FOLDER_MODE,
                        name.substring(0, name.length() - 1),
                        folder.folder().write(objects));
            } else if (entry instanceof FileEntry file) {
                append(content, file.mode(), name, file.id());
            }
        });
        return content.toByteArray();
    }

    private static void append(ByteArrayOutputStream content, String mode, String name, String id) {
        content.writeBytes((mode + " " + name + "\0").getBytes(StandardCharsets.UTF_8));
        content.writeBytes(HexFormat.of().parseHex(id));
    }
}

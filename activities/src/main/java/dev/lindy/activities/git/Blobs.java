package dev.lindy.activities.git;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Reads many contents by their ids with few processes and bounded memory. */
public final class Blobs {

    /** Content that is held at a time, in bytes. */
    private static final int CHUNK = 16 << 20;

    private final Git git;

    public Blobs(Repository repository) {
        this.git = repository.git();
    }

    /**
     * Gives the content of each id once. Those that are larger, or no blobs, are left out.
     *
     * @param maxBytes largest content wanted, at most 16 MB
     */
    public void read(Collection<String> ids, int maxBytes, BiConsumer<String, byte[]> reader) {
        Map<String, Integer> chunk = new LinkedHashMap<>();
        int held = 0;
        for (Map.Entry<String, Integer> blob : sizes(ids, maxBytes).entrySet()) {
            if (held + blob.getValue() > CHUNK && !chunk.isEmpty()) {
                contents(chunk, reader);
                chunk.clear();
                held = 0;
            }
            chunk.put(blob.getKey(), blob.getValue());
            held += blob.getValue();
        }
        if (!chunk.isEmpty()) {
            contents(chunk, reader);
        }
    }

    private Map<String, Integer> sizes(Collection<String> ids, int maxBytes) {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        List<String> asked = new ArrayList<>(new LinkedHashSet<>(ids));
        if (asked.isEmpty()) {
            return sizes;
        }
        for (String line : git.feed(lines(asked), "cat-file", "--batch-check").lines()) {
            // <id> blob <size>, or <id> missing
            String[] part = line.split(" ", 3);
            if (part.length == 3 && part[1].equals("blob") && Long.parseLong(part[2]) <= maxBytes) {
                sizes.put(part[0], Integer.parseInt(part[2]));
            }
        }
        return sizes;
    }

    private void contents(Map<String, Integer> chunk, BiConsumer<String, byte[]> reader) {
        byte[] output = git.feed(lines(chunk.keySet()), "cat-file", "--batch").stdout();
        int at = 0;
        for (Map.Entry<String, Integer> blob : chunk.entrySet()) {
            while (output[at] != '\n') {
                at++;
            }
            int start = at + 1;
            reader.accept(blob.getKey(), Arrays.copyOfRange(output, start, start + blob.getValue()));
            at = start + blob.getValue() + 1;
        }
    }

    private static String lines(Collection<String> ids) {
        return String.join("\n", ids) + "\n";
    }

    /** Content as text; bytes that are no UTF-8 become replacement characters. */
    public static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }
}

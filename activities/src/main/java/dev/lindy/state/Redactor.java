package dev.lindy.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.lindy.payload.Payloads;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes secrets out of what is kept: the values of variables whose names say that they are secret, and passwords of
 * addresses in all others, in the {@linkplain SecretForms forms} that they may have. Works on streams of any size in
 * bounded memory and in one pass.
 */
public final class Redactor {

    private static final int CHUNK = 1 << 16;

    /** Bytes that tell whether a secret may begin at a place; none is shorter. */
    private static final int START = 4;

    private static final class Secret {
        private final byte[] bytes;
        private final byte[] replacement;

        private Secret(byte[] bytes, byte[] replacement) {
            this.bytes = bytes;
            this.replacement = replacement;
        }
    }

    /** By their first four bytes, so that nearly all places of a text need one look; the longest first. */
    private final Map<Integer, List<Secret>> secrets = new HashMap<>();

    private final boolean[] starts = new boolean[1 << 16];
    private final int longest;

    public Redactor(Map<String, String> environment) {
        Map<String, String> names = new HashMap<>();
        environment.entrySet().stream()
                .sorted(Map.Entry.<String, String>comparingByKey().reversed())
                .forEach(entry -> SecretNames.secrets(entry.getKey(), entry.getValue())
                        .forEach(secret -> SecretForms.of(secret).forEach(form -> names.put(form, entry.getKey()))));
        names.forEach(this::add);
        secrets.values().forEach(list -> list.sort(Comparator.comparingInt((Secret secret) -> -secret.bytes.length)));
        longest = secrets.values().stream()
                .flatMap(List::stream)
                .mapToInt(secret -> secret.bytes.length)
                .max()
                .orElse(0);
    }

    private void add(String form, String name) {
        byte[] bytes = form.getBytes(StandardCharsets.UTF_8);
        int start = start(bytes, 0);
        starts[slot(start)] = true;
        secrets.computeIfAbsent(start, key -> new ArrayList<>())
                .add(new Secret(bytes, ("[redacted " + name + "]").getBytes(StandardCharsets.UTF_8)));
    }

    /** The same value with secrets taken out of all of its texts. */
    public <T> T redact(T value, Class<T> type) {
        if (longest == 0) {
            return value;
        }
        try {
            ObjectMapper json = Payloads.mapper();
            // a sealed type writes its kind only where it is named
            byte[] written = json.writerFor(type).writeValueAsBytes(value);
            return json.treeToValue(redact(json.readTree(written)), type);
        } catch (IOException e) {
            throw new UncheckedIOException("could not take secrets out of a " + type.getSimpleName(), e);
        }
    }

    /** The same tree with secrets taken out of its texts and names. */
    public JsonNode redact(JsonNode node) {
        if (node.isTextual()) {
            return TextNode.valueOf(redact(node.textValue()));
        }
        if (node instanceof ObjectNode object) {
            List<Map.Entry<String, JsonNode>> entries = List.copyOf(object.properties());
            object.removeAll();
            entries.forEach(entry -> object.set(redact(entry.getKey()), redact(entry.getValue())));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, redact(array.path(i)));
            }
        }
        return node;
    }

    public String redact(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
        try {
            copy(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), out);
        } catch (IOException e) {
            throw new UncheckedIOException("no I/O can fail in memory", e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Copies all of the input; the streams stay open. */
    public void copy(InputStream in, OutputStream out) throws IOException {
        if (longest == 0) {
            in.transferTo(out);
            return;
        }
        byte[] window = new byte[CHUNK + longest];
        int length = 0;
        boolean more = true;
        while (more) {
            int read = in.readNBytes(window, length, window.length - length);
            length += read;
            more = length == window.length;
            // a secret that begins further back may go on in the next bytes
            int done = write(window, length, more ? length - longest + 1 : length, out);
            System.arraycopy(window, done, window, 0, length - done);
            length -= done;
        }
    }

    /** Copies a program's output to where it is kept, for the user alone; nothing where there is none. */
    public void keep(Path from, Path to) {
        if (!Files.exists(from)) {
            return;
        }
        PrivateFiles.write(to, new byte[0]);
        try (InputStream in = Files.newInputStream(from);
                OutputStream out = Files.newOutputStream(to, StandardOpenOption.TRUNCATE_EXISTING)) {
            copy(in, out);
        } catch (IOException e) {
            throw new UncheckedIOException("could not keep `" + to + "`", e);
        }
    }

    /** Writes what begins before the limit; returns how many bytes were dealt with. */
    private int write(byte[] window, int length, int limit, OutputStream out) throws IOException {
        int written = 0;
        int at = 0;
        while (at < limit) {
            Secret secret =
                    at + START <= length && starts[slot(start(window, at))] ? secretAt(window, at, length) : null;
            if (secret == null) {
                at++;
                continue;
            }
            out.write(window, written, at - written);
            out.write(secret.replacement);
            at += secret.bytes.length;
            written = at;
        }
        out.write(window, written, at - written);
        return at;
    }

    private @Nullable Secret secretAt(byte[] window, int at, int length) {
        for (Secret secret : secrets.getOrDefault(start(window, at), List.of())) {
            int end = at + secret.bytes.length;
            if (end <= length && Arrays.equals(window, at, end, secret.bytes, 0, secret.bytes.length)) {
                return secret;
            }
        }
        return null;
    }

    private static int start(byte[] bytes, int at) {
        return bytes[at] << 24 | (bytes[at + 1] & 0xff) << 16 | (bytes[at + 2] & 0xff) << 8 | (bytes[at + 3] & 0xff);
    }

    private static int slot(int start) {
        return (start * 0x9E3779B1) >>> 16;
    }
}

package dev.lindy.state;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Takes secrets out of what is kept: the values of variables whose names say that they are secret. Works on
 * streams of any size in bounded memory.
 */
public final class Redactor {

    private static final Pattern SECRET_NAME =
            Pattern.compile(".*(KEY|TOKEN|SECRET|PASSWORD|PASSWD|CREDENTIAL|AUTH|HEADERS).*");

    private static final Pattern PASSWORD = Pattern.compile("://[^/@:\\s]*:([^/@\\s]+)@");

    /** Values shorter than this are words, not secrets. */
    private static final int SHORTEST = 8;

    private static final int CHUNK = 1 << 16;

    private record Secret(String name, String bytes) {}

    private final List<Secret> secrets;
    private final int longest;

    public Redactor(Map<String, String> environment) {
        secrets = environment.entrySet().stream()
                .flatMap(entry -> secrets(entry.getKey(), entry.getValue()))
                .distinct()
                .sorted(Comparator.comparingInt(
                                (Secret secret) -> -secret.bytes().length())
                        .thenComparing(Secret::name))
                .toList();
        longest = secrets.stream()
                .mapToInt(secret -> secret.bytes().length())
                .max()
                .orElse(0);
    }

    /** The value, or the password of an address in it, also as it stands in JSON. */
    private static Stream<Secret> secrets(String name, String value) {
        Matcher address = PASSWORD.matcher(value);
        Stream<String> found = Stream.empty();
        if (isSecret(name, value)) {
            found = Stream.of(value);
        } else if (address.find() && address.group(1).length() >= SHORTEST) {
            found = Stream.of(address.group(1));
        }
        return found.flatMap(secret -> Stream.of(secret, inJson(secret)))
                .map(secret -> new Secret(name, latin(secret)));
    }

    private static String inJson(String text) {
        return new String(JsonStringEncoder.getInstance().quoteAsString(text));
    }

    private static boolean isSecret(String name, String value) {
        return value.length() >= SHORTEST
                && !name.equals("SSH_AUTH_SOCK")
                && SECRET_NAME.matcher(name.toUpperCase(Locale.ROOT)).matches();
    }

    /** The same tree with secrets taken out of its texts. */
    public JsonNode redact(JsonNode node) {
        if (node.isTextual()) {
            return TextNode.valueOf(redact(node.textValue()));
        }
        if (node instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> object.set(name, redact(object.path(name))));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, redact(array.path(i)));
            }
        }
        return node;
    }

    public String redact(String text) {
        return new String(replace(latin(text)).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** Copies all of the input; the streams stay open. */
    public void copy(InputStream in, OutputStream out) throws IOException {
        if (secrets.isEmpty()) {
            in.transferTo(out);
            return;
        }
        byte[] chunk = new byte[CHUNK];
        String held = "";
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            String text = replace(held + new String(chunk, 0, read, StandardCharsets.ISO_8859_1));
            int safe = Math.max(0, text.length() - longest + 1);
            out.write(text.substring(0, safe).getBytes(StandardCharsets.ISO_8859_1));
            held = text.substring(safe);
        }
        out.write(held.getBytes(StandardCharsets.ISO_8859_1));
    }

    private String replace(String text) {
        String result = text;
        for (Secret secret : secrets) {
            result = result.replace(secret.bytes(), "[redacted " + secret.name() + "]");
        }
        return result;
    }

    private static String latin(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}

package dev.lindy.state;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Takes secrets out of what is kept: the values of variables whose names say that they are secret. Works on
 * streams of any size in bounded memory.
 */
public final class Redactor {

    private static final Pattern SECRET_NAME =
            Pattern.compile(".*(KEY|TOKEN|SECRET|PASSWORD|PASSWD|CREDENTIAL|AUTH).*");

    /** Values shorter than this are words, not secrets. */
    private static final int SHORTEST = 8;

    private static final int CHUNK = 1 << 16;

    private record Secret(String name, String bytes) {}

    private final List<Secret> secrets;
    private final int longest;

    public Redactor(Map<String, String> environment) {
        secrets = environment.entrySet().stream()
                .filter(entry -> isSecret(entry.getKey(), entry.getValue()))
                .map(entry -> new Secret(entry.getKey(), latin(entry.getValue())))
                .sorted(Comparator.comparingInt(
                                (Secret secret) -> -secret.bytes().length())
                        .thenComparing(Secret::name))
                .toList();
        longest = secrets.stream()
                .mapToInt(secret -> secret.bytes().length())
                .max()
                .orElse(0);
    }

    private static boolean isSecret(String name, String value) {
        return value.length() >= SHORTEST
                && !name.equals("SSH_AUTH_SOCK")
                && SECRET_NAME.matcher(name.toUpperCase(Locale.ROOT)).matches();
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

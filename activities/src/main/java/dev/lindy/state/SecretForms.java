package dev.lindy.state;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How one secret may be written: as it is, in JSON, in an address, in base64 (also inside of a longer text), and the
 * long lines of one that has several.
 */
final class SecretForms {

    /** What is shorter is a word, not a secret. */
    static final int SHORTEST = 8;

    /** Shorter parts of a secret could be there by chance. */
    private static final int SHORTEST_PART = 16;

    private SecretForms() {}

    static Set<String> of(String secret) {
        Set<String> plain = new LinkedHashSet<>(Set.of(secret));
        secret.lines().filter(line -> line.length() >= SHORTEST_PART).forEach(plain::add);
        Set<String> forms = new LinkedHashSet<>();
        for (String text : plain) {
            forms.add(text);
            forms.addAll(inJson(text));
            forms.add(URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20"));
            forms.add(decoded(text));
        }
        forms.addAll(base64(secret.getBytes(StandardCharsets.UTF_8)));
        forms.removeIf(form -> form.length() < SHORTEST);
        return forms;
    }

    private static Set<String> inJson(String text) {
        String json = new String(JsonStringEncoder.getInstance().quoteAsString(text));
        String ascii = json.chars()
                .mapToObj(c -> c < 0x80 ? Character.toString(c) : "\\u%04x".formatted(c))
                .collect(Collectors.joining());
        return new LinkedHashSet<>(List.of(json, json.replace("/", "\\/"), ascii));
    }

    /** What a password of an address means. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** The characters that the secret alone decides, wherever in the encoded text it begins. */
    private static Set<String> base64(byte[] secret) {
        Set<String> forms = new LinkedHashSet<>();
        for (int before = 0; before < 3; before++) {
            byte[] shifted = new byte[before + secret.length];
            System.arraycopy(secret, 0, shifted, before, secret.length);
            int from = (before * 8 + 5) / 6;
            int to = shifted.length * 8 / 6;
            if (to - from >= SHORTEST_PART) {
                forms.add(Base64.getEncoder().encodeToString(shifted).substring(from, to));
                forms.add(Base64.getUrlEncoder().encodeToString(shifted).substring(from, to));
            }
        }
        return forms;
    }
}

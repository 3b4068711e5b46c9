package dev.lindy.activities.prompt;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Markdown resource with strict placeholders: every {@code {{name}}} must be given, and nothing else. */
record Template(String name, String text) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([a-z_]+)}}");

    static Template load(String name) {
        try (InputStream in = Template.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("resource is missing: " + name);
            }
            return new Template(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("could not read the resource " + name, e);
        }
    }

    /** The text with its placeholders replaced; values are not looked at again. */
    String fill(Map<String, String> values) {
        Set<String> unused = new HashSet<>(values.keySet());
        String filled = PLACEHOLDER.matcher(text).replaceAll(match -> {
            String value = values.get(match.group(1));
            if (value == null) {
                throw new IllegalStateException(name + " needs a value for " + match.group(1));
            }
            unused.remove(match.group(1));
            return Matcher.quoteReplacement(value);
        });
        if (!unused.isEmpty()) {
            throw new IllegalStateException(name + " has no place for " + unused);
        }
        return filled;
    }
}

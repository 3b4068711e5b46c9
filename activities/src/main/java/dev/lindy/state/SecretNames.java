package dev.lindy.state;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what is secret in a variable: all of it where its name says so, else what an address in it holds. */
final class SecretNames {

    private static final Pattern SECRET = Pattern.compile(
            ".*(KEY|TOKEN|SECRET|PASS|_PWD|CREDENTIAL|AUTH|HEADERS|COOKIE|SIGNATURE|JWT|BEARER|WEBHOOK|DSN).*");

    private static final Pattern HARMLESS = Pattern.compile("SSH_AUTH_SOCK|XAUTHORITY|.*(KEYRING|KEYBOARD|KEYMAP).*");

    private static final Pattern PASSWORD = Pattern.compile("://[^/@:\\s]*:([^/\\s]+)@");

    /** A token in place of a user; names of users are shorter. */
    private static final Pattern USER = Pattern.compile("://([^/@:\\s]{20,}):?@");

    private SecretNames() {}

    static Set<String> secrets(String name, String value) {
        String upper = name.toUpperCase(Locale.ROOT);
        Set<String> found = new LinkedHashSet<>();
        if (SECRET.matcher(upper).matches() && !HARMLESS.matcher(upper).matches()) {
            found.add(value);
            found.add(value.strip());
        }
        for (Pattern pattern : Set.of(PASSWORD, USER)) {
            Matcher address = pattern.matcher(value);
            while (address.find()) {
                found.add(address.group(1));
            }
        }
        found.removeIf(secret -> secret.length() < SecretForms.SHORTEST);
        return found;
    }
}

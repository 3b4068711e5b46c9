package dev.lindy.engine.binary;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/**
 * The pinned version of the Temporal CLI and what its executables must look like.
 *
 * @param values of the resource {@code temporal.properties}
 */
record Pins(Properties values) {

    static Pins load() {
        Properties values = new Properties();
        try (InputStream in = Pins.class.getResourceAsStream("temporal.properties")) {
            if (in == null) {
                throw new IllegalStateException("temporal.properties is not in the jar");
            }
            values.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("could not read temporal.properties", e);
        }
        return new Pins(values);
    }

    String version() {
        return values.getProperty("version");
    }

    /** The sha256 of the platform's executable; empty where we have none and must not download. */
    Optional<String> sha256(String platform) {
        return Optional.ofNullable(values.getProperty("sha256." + platform));
    }

    /** Python package that holds the executable. */
    String wheel() {
        return values.getProperty("wheel") + "==" + version();
    }

    /** The publisher's archive for a platform. */
    URI archive(String platform) {
        int dash = platform.indexOf('-');
        return URI.create(values.getProperty("archive")
                .replace("{version}", version())
                .replace("{os}", platform.substring(0, dash))
                .replace("{arch}", platform.substring(dash + 1)));
    }

    /** Names this host as Temporal's archives do, for instance {@code linux-amd64}. */
    static String platform(String osName, String osArch) {
        String os = osName.toLowerCase(Locale.ROOT).startsWith("mac")
                ? "darwin"
                : osName.toLowerCase(Locale.ROOT).replace(' ', '_');
        String arch = osArch.equals("x86_64") ? "amd64" : osArch.equals("aarch64") ? "arm64" : osArch;
        return os + "-" + arch;
    }
}

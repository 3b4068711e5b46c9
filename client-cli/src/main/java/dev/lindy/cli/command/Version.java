package dev.lindy.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which Lindy this is. */
public final class Version {

    private static final String WRITTEN_BY_MAVEN = "/META-INF/maven/dev.lindy/lindy-client-cli/pom.properties";

    private Version() {}

    /** The version of the jar, or {@code dev} where there is no jar. */
    public static String read() {
        try (InputStream file = Version.class.getResourceAsStream(WRITTEN_BY_MAVEN)) {
            if (file == null) {
                return "dev";
            }
            Properties properties = new Properties();
            properties.load(file);
            return properties.getProperty("version", "dev");
        } catch (IOException e) {
            throw new UncheckedIOException("could not read the version", e);
        }
    }
}

package dev.lindy.engine;

import dev.lindy.state.StateDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Names this host for task queues and identities. Random and kept in the state directory: host names
 * change and repeat.
 */
public record HostId(String value) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{12}");
    private static final Duration LIMIT = Duration.ofSeconds(10);

    public HostId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("host id must be 12 hexadecimal digits: " + value);
        }
    }

    /** Reads the id, and makes one on first use. */
    public static HostId of(StateDirectory state) {
        Path file = state.hostId();
        try {
            return Files.exists(file) ? read(file) : make(file);
        } catch (IOException e) {
            throw new UncheckedIOException("could not read or write `%s`: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static HostId make(Path file) throws IOException {
        Path lockFile = file.resolveSibling(file.getFileName() + ".lock");
        PatientLock lock = new PatientLock(lockFile, LIMIT, "another lindy that makes the host id");
        return lock.holding(text -> {}, () -> {
            if (Files.exists(file)) {
                return read(file);
            }
            byte[] bytes = new byte[6];
            new SecureRandom().nextBytes(bytes);
            HostId id = new HostId(HexFormat.of().formatHex(bytes));
            Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
            Files.writeString(temporary, id.value() + "\n");
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return id;
        });
    }

    private static HostId read(Path file) throws IOException {
        try {
            return new HostId(Files.readString(file).strip());
        } catch (NoSuchFileException | IllegalArgumentException e) {
            throw new IOException(
                    "it is damaged; put it back, or remove the file and go on with unfinished runs by `lindy resume`",
                    e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}

package dev.lindy.engine.binary;

import dev.lindy.engine.EngineException;
import dev.lindy.engine.PatientLock;
import dev.lindy.engine.PrivateFolders;
import dev.lindy.engine.SlowStep;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Gets the pinned executable into the cache, once, however many commands want it. */
final class BinaryDownload {

    private static final Duration LOCK_LIMIT = Duration.ofMinutes(25);
    private static final String HINT =
            "install `temporal` and set LINDY_TEMPORAL_BIN to it, or start a server with" + " `docker compose up -d`";

    private final Path target;
    private final String version;
    private final String sha256;
    private final List<Fetcher> fetchers;

    BinaryDownload(Path target, String version, String sha256, List<Fetcher> fetchers) {
        this.target = target;
        this.version = version;
        this.sha256 = sha256;
        this.fetchers = List.copyOf(fetchers);
    }

    /** Returns the executable in the cache; by the fetchers in order if it is not there yet. */
    Path get(Consumer<String> progress) {
        Path lockFile = target.resolveSibling(target.getFileName() + ".lock");
        PatientLock lock = new PatientLock(lockFile, LOCK_LIMIT, "another lindy that gets Temporal " + version);
        try {
            return lock.holding(progress, () -> {
                if (!Files.isExecutable(target)) {
                    SlowStep.announced("getting Temporal " + version + " (about 45 MB)")
                            .during(progress, this::fetch);
                }
                return target;
            });
        } catch (IOException e) {
            throw new EngineException(
                    "could not write to the cache `" + target.getParent() + "`: " + e.getMessage(), HINT, e);
        }
    }

    private Path fetch() throws IOException {
        Path folder = target.resolveSibling(target.getFileName() + ".part");
        List<String> failures = new ArrayList<>();
        for (Fetcher fetcher : fetchers) {
            delete(folder);
            PrivateFolders.create(folder);
            try {
                place(fetcher.fetch(folder));
                return target;
            } catch (IOException | UncheckedIOException e) {
                failures.add(fetcher.source() + ": " + (e.getMessage() == null ? "no connection" : e.getMessage()));
            } finally {
                delete(folder);
            }
        }
        throw new EngineException("could not get Temporal " + version + ": " + String.join("; ", failures), HINT);
    }

    private void place(Path executable) throws IOException {
        String found = sha256(executable);
        if (!found.equals(sha256)) {
            throw new IOException("it gave another executable than expected (sha256 " + found + ")");
        }
        Files.setPosixFilePermissions(executable, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.move(executable, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String sha256(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

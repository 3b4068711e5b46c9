package dev.lindy.worker.token;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lindy.payload.Payloads;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The task tokens of Activities at work on one engine, a file each. Only makes recovery faster: where a file
 * cannot be written or read, Temporal's time-outs do the same later, so no method fails.
 */
public final class TokenStore {

    private static final Logger LOG = LoggerFactory.getLogger(TokenStore.class);
    private static final FileAttribute<?> PRIVATE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Path folder;
    private final ObjectMapper mapper = Payloads.mapper();

    /** Opens {@code <state>/tokens/<engine>}; the folder is made on first use. */
    public TokenStore(Path folder) {
        this.folder = folder;
    }

    /** Keeps the token until {@link #remove}. */
    public void put(TokenRecord record) {
        try {
            Files.createDirectories(folder, PRIVATE);
            Path draft = Files.createTempFile(folder, "token", ".tmp");
            Files.write(draft, mapper.writeValueAsBytes(record));
            Files.move(draft, file(record.token()), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.warn("could not keep a task token; recovery may take longer folder={} cause={}", folder, e.toString());
        }
    }

    /** Forgets the token; one that is not known is fine. */
    public void remove(String token) {
        try {
            Files.deleteIfExists(file(token));
        } catch (IOException e) {
            LOG.warn("could not remove a task token folder={} cause={}", folder, e.toString());
        }
    }

    /** All tokens, in no order. */
    public List<TokenRecord> all() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .map(this::read)
                    .flatMap(Optional::stream)
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            LOG.warn("could not list task tokens folder={} cause={}", folder, e.toString());
            return List.of();
        }
    }

    private Optional<TokenRecord> read(Path file) {
        try {
            TokenRecord record = mapper.readValue(Files.readAllBytes(file), TokenRecord.class);
            Objects.requireNonNull(record.token(), "token");
            return Optional.of(record);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (JsonProcessingException | NullPointerException e) {
            LOG.warn("removed a damaged task token file={}", file);
            delete(file);
            return Optional.empty();
        } catch (IOException e) {
            LOG.warn("could not read a task token file={} cause={}", file, e.toString());
            return Optional.empty();
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("could not remove a task token file={} cause={}", file, e.toString());
        }
    }

    private Path file(String token) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return folder.resolve(HexFormat.of().formatHex(hash, 0, 16) + ".json");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Unexpected Java runtime without SHA-256", e);
        }
    }
}

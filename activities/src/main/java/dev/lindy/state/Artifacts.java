package dev.lindy.state;

import dev.lindy.run.ArtifactRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Files of a run's evidence folder that Temporal knows by reference. */
public final class Artifacts {

    private final RunFolder run;

    public Artifacts(RunFolder run) {
        this.run = run;
    }

    /** Writes the content as a whole and refers to it. */
    public ArtifactRef write(Path file, byte[] content) {
        PrivateFiles.write(file, content);
        return new ArtifactRef(name(file), sha256(content), content.length);
    }

    /**
     * The content of a reference.
     *
     * @throws UncheckedIOException where the file is missing or was changed
     */
    public byte[] read(ArtifactRef artifact) {
        Path file = run.resolve(artifact);
        try {
            byte[] content = Files.readAllBytes(file);
            if (!sha256(content).equals(artifact.sha256())) {
                throw new IOException("`" + file + "` was changed since it was written");
            }
            return content;
        } catch (IOException e) {
            throw new UncheckedIOException("could not read `" + file + "`: " + e.getMessage(), e);
        }
    }

    /** The file's path inside the evidence folder, as results and reports name it. */
    public String name(Path file) {
        return run.root().relativize(file).toString().replace('\\', '/');
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

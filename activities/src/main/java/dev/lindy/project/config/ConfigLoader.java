package dev.lindy.project.config;

import dev.lindy.document.DocumentProblem;
import dev.lindy.document.DocumentReader;
import dev.lindy.document.DocumentReading;
import dev.lindy.document.Position;
import dev.lindy.project.file.IoReason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds and reads project configs. Never throws for what is in a file: everything wrong becomes a problem. */
public final class ConfigLoader {
    /** Folders that are looked into: the one to start from and its parents. */
    public static final int MAX_FOLDERS = 10;

    private static final String FILE = "orchestrator.yaml";
    private static final Path NESTED = Path.of(".orchestrator", "config.yaml");

    private ConfigLoader() {}

    /**
     * The nearest project config: {@code .orchestrator/config.yaml} or {@code orchestrator.yaml}, here or above. Whatever
     * has that name counts, also what cannot be read: the config of a folder above is another project's.
     */
    public static Optional<Path> find(Path start) {
        Path folder = start.toAbsolutePath().normalize();
        for (int i = 0; i < MAX_FOLDERS && folder != null; i++) {
            for (Path file : new Path[] {folder.resolve(NESTED), folder.resolve(FILE)}) {
                if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                    return Optional.of(file);
                }
            }
            folder = folder.getParent();
        }
        return Optional.empty();
    }

    /** The project root of a config file: the folder that holds it, or that holds its {@code .orchestrator}. */
    public static Path projectRoot(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        Path folder = Objects.requireNonNull(absolute.getParent(), "a config file has a folder");
        Path above = folder.getParent();
        return absolute.endsWith(NESTED) && above != null ? above : folder;
    }

    /** Reads a config; the file is named in problems as it is given here. */
    public static ConfigReading load(Path file) {
        Findings findings = new Findings(file.toString());
        return content(file, findings)
                .map(text -> read(text, findings, projectRoot(file)))
                .orElseGet(() -> findings.reading(null));
    }

    /**
     * Reads a config from text; symbolic links are not looked at.
     *
     * @param fileName named in problems
     */
    public static ConfigReading parse(String text, String fileName) {
        return read(text, new Findings(fileName), null);
    }

    /**
     * Reads a config from a text that is to stand in that file.
     *
     * @param file named in problems; its folder is the project that paths are looked at in
     */
    public static ConfigReading parse(String text, Path file) {
        return read(text, new Findings(file.toString()), projectRoot(file));
    }

    private static ConfigReading read(String text, Findings findings, @Nullable Path projectRoot) {
        DocumentReading reading = DocumentReader.read(text, "orchestrator.yaml");
        if (reading.document() == null) {
            DocumentProblem problem = Objects.requireNonNull(reading.problem(), "no document, no problem");
            findings.problem(problem.position(), problem.message(), problem.hint());
            return findings.reading(null);
        }
        return findings.reading(ConfigReader.read(reading.document(), findings, projectRoot));
    }

    private static Optional<String> content(Path file, Findings findings) {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file)) {
            return refused(findings, "this is no file, nor a link to one");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(DocumentReader.MAX_CHARS + 1);
            if (bytes.length > DocumentReader.MAX_CHARS) {
                return refused(findings, "the file is larger than 8 MB");
            }
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return refused(findings, "the file is not UTF-8 text");
        } catch (NoSuchFileException e) {
            return refused(findings, "there is no such file");
        } catch (IOException e) {
            return refused(findings, "the file cannot be read: " + IoReason.of(e));
        }
    }

    private static Optional<String> refused(Findings findings, String message) {
        findings.problem(Position.UNKNOWN, message, null);
        return Optional.empty();
    }
}

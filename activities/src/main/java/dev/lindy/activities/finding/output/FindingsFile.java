package dev.lindy.activities.finding.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lindy.activities.finding.Findings;
import dev.lindy.document.WholeRecord;
import dev.lindy.payload.Payloads;
import dev.lindy.state.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a gate found, beside the file with its output.
 *
 * @param findings what it says is wrong with the change
 * @param known what failed before the change as well, a line each
 */
public record FindingsFile(Findings findings, List<String> known) {

    private static final String END = ".findings.json";

    public FindingsFile {
        known = List.copyOf(known);
    }

    /** Where findings are kept for an evidence file or a verdict file. */
    public static Path beside(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return file.resolveSibling((dot < 0 ? name : name.substring(0, dot)) + END);
    }

    /** Writes or replaces it. */
    public void write(Path file) {
        try {
            PrivateFiles.write(file, Payloads.mapper().writeValueAsBytes(this));
        } catch (IOException e) {
            throw new UncheckedIOException("could not keep `" + file + "`", e);
        }
    }

    /** What is in this file; nothing where there is none, or where it is damaged. */
    public static Optional<FindingsFile> read(Path file) {
        ObjectMapper json = Payloads.mapper();
        try {
            return Optional.of(WholeRecord.require(json.readValue(Files.readAllBytes(file), FindingsFile.class)));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (JsonProcessingException | IllegalArgumentException | NullPointerException damaged) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("could not read `" + file + "`", e);
        }
    }
}

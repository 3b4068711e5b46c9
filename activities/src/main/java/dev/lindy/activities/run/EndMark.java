package dev.lindy.activities.run;

import dev.lindy.state.PrivateFiles;
import dev.lindy.state.RunFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Remembers which end of a run the action log tells of, so that a repeated delivery of the report does not tell it
 * again. A run that is resumed ends again, as another one.
 */
record EndMark(RunFolder run) {

    /** @param sequence of the header that says how the run ended */
    boolean isAt(long sequence) {
        try {
            return Files.readString(file()).strip().equals(Long.toString(sequence));
        } catch (NoSuchFileException none) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("could not read `" + file() + "`", e);
        }
    }

    void set(long sequence) {
        PrivateFiles.write(file(), Long.toString(sequence).getBytes(StandardCharsets.UTF_8));
    }

    private Path file() {
        return run.ended();
    }
}

package dev.lindy.activities.gate.review;

import dev.lindy.activities.prompt.Excerpt;
import dev.lindy.state.PrivateFiles;
import dev.lindy.state.Redactor;
import dev.lindy.state.RunFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Why a judging agent decided as it did: the text that the agent at work is shown. Neither the question nor the rubric
 * are in it.
 */
record Evidence(Path file, Redactor redactor) {

    private static final int MAX_TEXT = 20_000;
    private static final int MAX_NOTE = 1_000;

    /** The lines written, redacted. */
    List<String> write(Opinion opinion) {
        List<String> lines = new ArrayList<>();
        if (!opinion.summary().isBlank()) {
            lines.add(opinion.summary());
        }
        lines.addAll(opinion.findings());
        List<String> kept = lines.stream().map(redactor::redact).toList();
        write(String.join("\n", kept) + "\n");
        return kept;
    }

    void write(String failure, String text) {
        write(redactor.redact(failure + "\n\n" + Excerpt.of(text, MAX_TEXT) + "\n"));
    }

    private void write(String text) {
        PrivateFiles.write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds to what people should know of the attempt; what is there already is not said twice. */
    void note(List<String> notes) {
        if (notes.isEmpty()) {
            return;
        }
        Path known = file.resolveSibling(RunFolder.NOTES);
        Set<String> lines = new LinkedHashSet<>();
        try {
            if (Files.exists(known)) {
                lines.addAll(Files.readAllLines(known));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not read `" + known + "`", e);
        }
        notes.forEach(note -> lines.add(redactor.redact(Excerpt.line(note, MAX_NOTE))));
        PrivateFiles.write(known, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }
}

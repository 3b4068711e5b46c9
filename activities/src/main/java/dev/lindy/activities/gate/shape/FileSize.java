package dev.lindy.activities.gate.shape;

import java.util.List;

/**
 * Source files stay short. One that was too long before is not blamed, unless it became longer.
 *
 * @param maxLines most lines of a file
 */
public record FileSize(int maxLines) {

    public List<ShapeFinding> violations(List<ChangedSource> sources) {
        return sources.stream()
                .filter(source -> source.lines() > maxLines && source.lines() > source.linesBefore())
                .map(this::finding)
                .toList();
    }

    private ShapeFinding finding(ChangedSource source) {
        String before = source.linesBefore() > maxLines ? ", before it had " + source.linesBefore() : "";
        return new ShapeFinding(
                source.path(),
                maxLines + 1,
                "file_size",
                "the file has %d lines, at most %d are allowed%s".formatted(source.lines(), maxLines, before),
                "split it");
    }
}

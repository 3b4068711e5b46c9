package dev.lindy.activities.gate.shape;

import dev.lindy.project.imports.Import;
import dev.lindy.project.imports.SourceLanguage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A source file that people write, as a change leaves it.
 *
 * @param path relative to the project
 * @param isNew whether it was not there before, or stood in another folder
 * @param lines as they are
 * @param linesBefore 0 where it was not there
 * @param language null where its imports cannot be read
 * @param newImports what it did not import before
 */
public record ChangedSource(
        String path,
        boolean isNew,
        int lines,
        int linesBefore,
        @Nullable SourceLanguage language,
        List<Import> newImports) {

    public ChangedSource {
        newImports = List.copyOf(newImports);
    }
}

package dev.lindy.activities.gate.shape;

import dev.lindy.activities.git.Blobs;
import dev.lindy.project.imports.Import;
import dev.lindy.project.imports.SourceLanguage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one content is like.
 *
 * @param isWritten whether a person may have written it: neither binary nor marked as generated
 */
record SourceFacts(boolean isWritten, int lines, List<Import> imports) {

    /** Nobody writes larger files by hand, in bytes. */
    private static final int LARGEST = 1 << 20;

    private static final int BINARY_PROBE = 8 << 10;

    SourceFacts {
        imports = List.copyOf(imports);
    }

    /** Nothing was there. */
    static SourceFacts none() {
        return new SourceFacts(true, 0, List.of());
    }

    static SourceFacts of(byte[] content, @Nullable SourceLanguage language) {
        for (int i = 0; i < Math.min(content.length, BINARY_PROBE); i++) {
            if (content[i] == 0) {
                return new SourceFacts(false, 0, List.of());
            }
        }
        String text = Blobs.text(content);
        List<Import> imports = language != null && content.length <= LARGEST ? language.imports(text) : List.of();
        return new SourceFacts(!GeneratedFile.isMarked(text), lines(content), imports);
    }

    private static int lines(byte[] content) {
        int lines = 0;
        for (byte b : content) {
            lines += b == '\n' ? 1 : 0;
        }
        return content.length == 0 || content[content.length - 1] == '\n' ? lines : lines + 1;
    }
}

package dev.lindy.project.scan;

import dev.lindy.project.file.IoReason;
import dev.lindy.project.file.ProjectFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.List;

/** A document of the project: there, missing, or unreadable. */
sealed interface DocumentFile {

    /** Larger documents count as unreadable. */
    int MAX_BYTES = 2 << 20;

    /** It is there. */
    record Present(String path, String text) implements DocumentFile {}

    /** It is at none of its places; the first is named. */
    record Missing(String path) implements DocumentFile {}

    /** It is there and cannot be read, for a reason. */
    record Unreadable(String path, String reason) implements DocumentFile {}

    /** The first of these paths that exists. */
    static DocumentFile find(ProjectFiles files, List<String> paths) {
        for (String path : paths) {
            try {
                ByteBuffer bytes = ByteBuffer.wrap(files.read(path, MAX_BYTES));
                return new Present(
                        path, StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
            } catch (NoSuchFileException next) {
                // the other version keeps it elsewhere
            } catch (CharacterCodingException e) {
                return new Unreadable(path, "it is not UTF-8 text");
            } catch (IOException e) {
                return new Unreadable(path, IoReason.of(e));
            }
        }
        return new Missing(paths.get(0));
    }
}

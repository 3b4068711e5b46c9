package dev.lindy.project.file;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.Objects;

/** Why a file could not be read or written, in words that stand behind its name. */
public final class IoReason {

    private static final String TOO_MANY_LINKS = "Too many levels of symbolic links";

    private IoReason() {}

    public static String of(IOException problem) {
        if (problem instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (problem instanceof NoSuchFileException) {
            return "there is no such file";
        }
        String reason = problem instanceof FileSystemException system ? system.getReason() : problem.getMessage();
        String said = Objects.requireNonNullElse(reason, "");
        if (said.startsWith(TOO_MANY_LINKS)) {
            return "a symbolic link in its path cannot be followed";
        }
        if (said.equals("Not a directory")) {
            return "a part of its path is no folder";
        }
        if (problem instanceof FileNotFoundException) {
            // Java puts the path in front: "/a/b (Permission denied)"
            return said.substring(said.lastIndexOf('(') + 1)
                    .replaceAll("\\)$", "")
                    .toLowerCase(Locale.ROOT);
        }
        return said.isEmpty() ? problem.getClass().getSimpleName() : said;
    }
}

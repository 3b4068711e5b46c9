package dev.lindy.project.file;

import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** A path below the project is, by a symbolic link, a place outside of it. */
public final class LeadsOutException extends FileSystemException {

    private static final long serialVersionUID = 1;

    LeadsOutException(Path path, Path target) {
        super(path.toString(), null, "it leads out of the project, to `" + target + "`");
    }
}

package dev.lindy.project.scan;

import dev.lindy.project.file.ProjectFiles;
import java.nio.file.Path;

/** Reads ARCHITECTURE.md of a checkout. */
public final class ArchitectureFile {

    private ArchitectureFile() {}

    /** What it declares; nothing where it is missing or cannot be read. */
    public static Architecture read(Path project) {
        return DocumentFile.find(new ProjectFiles(project), Architecture.PATHS) instanceof DocumentFile.Present file
                ? Architecture.of(file.text())
                : Architecture.none();
    }
}

package dev.lindy.project.discovery.merge;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** What was generated the last time, in {@code .orchestrator/onboard}: the base of the next merge. */
public final class Memory {

    private static final String FOLDER = ".orchestrator/onboard/";

    private final ProjectFolder folder;

    public Memory(Path root) {
        this.folder = new ProjectFolder(root);
    }

    /** The text that was generated for a file; empty where there was none or it cannot be read. */
    public Optional<String> of(String path) {
        try {
            return folder.read(FOLDER + path);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    void keep(String path, String content) throws IOException {
        folder.write(FOLDER + path, content);
    }
}

package dev.lindy.activities.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether a program is at work in a folder, as far as this user may see. */
final class LiveProcesses {

    private final Path folder;

    LiveProcesses(Path folder) {
        this.folder = folder;
    }

    boolean any() {
        long own = ProcessHandle.current().pid();
        return ProcessHandle.allProcesses().anyMatch(process -> process.pid() != own && isAtWork(process));
    }

    private boolean isAtWork(ProcessHandle process) {
        return namesFolder(process) || standsIn(process.pid());
    }

    private boolean namesFolder(ProcessHandle process) {
        return process.info()
                .commandLine()
                .filter(line -> line.contains(folder.toString()))
                .isPresent();
    }

    private boolean standsIn(long pid) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(pid), "cwd"))
                    .startsWith(folder);
        } catch (IOException | UnsupportedOperationException | SecurityException unknown) {
            return false;
        }
    }
}

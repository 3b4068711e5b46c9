package dev.lindy.activities.attempt;

import dev.lindy.activities.git.Repository;
import dev.lindy.activities.guard.SharedFiles;
import dev.lindy.activities.guard.SharedFilesGuard;
import dev.lindy.activities.run.RunContext;
import dev.lindy.process.ProgramRecord;
import dev.lindy.process.Programs;
import java.nio.file.Path;
import java.util.Optional;

/** A repository's shared files as they were before any agent at work could change them. */
final class TrustedFiles {

    private final Programs programs;

    TrustedFiles(Programs programs) {
        this.programs = programs;
    }

    /** For an agent that is about to start: the files now, or what the one that works longest has started with. */
    SharedFiles of(RunContext run, Repository repository) {
        Path shared = repository.commonDir();
        Optional<SharedFiles> earlier = ofAgentsAtWork(shared);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        Path copies = run.folder().root().resolve(".lindy").resolve("shared");
        SharedFiles now = SharedFilesGuard.snapshot(shared, copies);
        // once more: an agent may have started meanwhile, and changed what was just read
        return ofAgentsAtWork(shared).orElse(now);
    }

    private Optional<SharedFiles> ofAgentsAtWork(Path shared) {
        return programs.live().stream()
                .filter(record -> record.spec().kind().equals(AttemptReader.KIND))
                .flatMap(record -> files(record).stream())
                .filter(files -> files.commonDir().equals(shared))
                .findFirst();
    }

    private static Optional<SharedFiles> files(ProgramRecord record) {
        return Optional.ofNullable(AttemptContext.of(record).shared());
    }
}

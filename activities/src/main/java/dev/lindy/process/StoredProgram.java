package dev.lindy.process;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code record.json} holds; the rest of a record follows from the files beside it. */
record StoredProgram(ProgramSpec spec, Instant requestedAt) {

    StoredProgram withOwner(ProgramOwner owner) {
        return new StoredProgram(copy(spec.environment(), owner), requestedAt);
    }

    /** Without what nobody needs once the program has ended. */
    StoredProgram withoutSecrets() {
        return new StoredProgram(copy(Map.of(), spec.owner()), requestedAt);
    }

    ProgramRecord in(ProgramFolder folder) {
        return new ProgramRecord(
                spec,
                folder.path(),
                requestedAt,
                folder.launched().map(LaunchedProgram::pid).orElse(null));
    }

    private ProgramSpec copy(Map<String, String> environment, @Nullable ProgramOwner owner) {
        return new ProgramSpec(
                spec.key(),
                spec.kind(),
                spec.command(),
                spec.workingDirectory(),
                environment,
                spec.stdin(),
                spec.stdout(),
                spec.stderr(),
                spec.hardLimit(),
                spec.grace(),
                spec.stallAfter(),
                owner,
                spec.labels(),
                spec.context());
    }
}

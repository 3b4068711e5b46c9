package dev.lindy.state;

import dev.lindy.payload.Payloads;
import dev.lindy.run.RunId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Wishes to end runs of one engine, left on disk until the runs have ended: whoever comes up next carries them
 * out, so that a wish outlives its command, the Worker and the server.
 */
public final class CancelRequests {

    private static final String END = ".json";

    private final Path folder;

    /** The wishes for runs of an engine, by its id. */
    public CancelRequests(StateDirectory state, String engine) {
        this.folder = state.cancels().resolve(engine);
    }

    public void leave(CancelRequest request) {
        try {
            PrivateFiles.write(file(request.run().value()), Payloads.mapper().writeValueAsBytes(request));
        } catch (IOException e) {
            throw new UncheckedIOException("could not write the wish to cancel run `" + request.run() + "`", e);
        }
    }

    /** Whether a wish for the run is there; asked often, so only the file's name is looked at. */
    public boolean has(String run) {
        return Files.exists(file(run));
    }

    /** Forgets the wish: the run has ended, or a person wants it to go on. */
    public void withdraw(RunId run) {
        try {
            Files.deleteIfExists(file(run.value()));
        } catch (IOException e) {
            throw new UncheckedIOException("could not remove the wish to cancel run `" + run + "`", e);
        }
    }

    public List<CancelRequest> all() {
        List<CancelRequest> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "[!.]*" + END)) {
            for (Path file : files) {
                read(file).ifPresent(found::add);
            }
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("could not list `" + folder + "`", e);
        }
        return found;
    }

    private static Optional<CancelRequest> read(Path file) throws IOException {
        try {
            return Optional.of(Payloads.mapper().readValue(Files.readAllBytes(file), CancelRequest.class));
        } catch (NoSuchFileException withdrawn) {
            return Optional.empty();
        }
    }

    private Path file(String run) {
        return folder.resolve(run + END);
    }
}

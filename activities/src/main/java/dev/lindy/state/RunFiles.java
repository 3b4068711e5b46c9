package dev.lindy.state;

import dev.lindy.run.RunId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** All runs that this host knows. Reads only, needs neither engine nor Worker. */
public final class RunFiles {

    private static final Pattern RUN = Pattern.compile("[0-9a-f]{8}");
    private static final Comparator<RunPicture> NEWEST_FIRST = Comparator.comparing(
                    (RunPicture picture) -> picture.start().startedAt())
            .reversed()
            .thenComparing(picture -> picture.start().run().value());

    private final StateDirectory state;

    public RunFiles(StateDirectory state) {
        this.state = state;
    }

    /** Every run, newest first; those that cannot be read are named and left out. */
    public RunListing list() {
        return read(ids(""));
    }

    /** Runs whose id begins with the text, newest first. */
    public RunListing matching(String prefix) {
        return read(ids(prefix));
    }

    /** Ids in use, also of runs that cannot be read. */
    public List<RunId> ids(String prefix) {
        List<RunId> found = new ArrayList<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(state.runs())) {
            for (Path folder : folders) {
                String name = folder.getFileName().toString();
                if (RUN.matcher(name).matches() && name.startsWith(prefix)) {
                    found.add(RunId.of(name));
                }
            }
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("could not list `" + state.runs() + "`", e);
        }
        found.sort(Comparator.comparing(RunId::value));
        return found;
    }

    public RunReader reader(RunId run) {
        return new RunReader(state.run(run));
    }

    private RunListing read(List<RunId> ids) {
        List<RunPicture> runs = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (RunId id : ids) {
            try {
                RunPicture picture = reader(id).read();
                runs.add(picture);
                problems.addAll(picture.problems());
            } catch (UnreadableRunException e) {
                problems.add(e.getMessage());
            }
        }
        runs.sort(NEWEST_FIRST);
        return new RunListing(runs, problems);
    }
}

package dev.lindy.activities.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which files the {@code .gitattributes} of a commit call binary, generated or somebody else's. */
public final class FileMarks {

    private static final List<String> MARKS = List.of("binary", "linguist-generated", "linguist-vendored");

    private static final char NUL = '\0';

    private final Git git;

    public FileMarks(Repository repository) {
        this.git = repository.git();
    }

    /**
     * Those of the files that nobody writes by hand.
     *
     * @param commit whose attributes count, whatever is checked out
     * @param paths from the top of the repository
     */
    public Set<String> notWritten(String commit, Collection<String> paths) {
        if (paths.isEmpty()) {
            return Set.of();
        }
        // the index is the one place that every version of git reads attributes of another commit from
        Path folder = scratch();
        try {
            Git own = git.with(Map.of("GIT_INDEX_FILE", folder.resolve("index").toString()));
            own.run("read-tree", commit);
            List<String> check = new ArrayList<>(List.of("check-attr", "--cached", "-z", "--stdin"));
            check.addAll(MARKS);
            byte[] names = paths.stream()
                    .map(path -> path + NUL)
                    .collect(Collectors.joining())
                    .getBytes(StandardCharsets.UTF_8);
            return marked(own.run(check, names).records());
        } finally {
            remove(folder);
        }
    }

    /** Path, attribute and value follow each other. */
    private static Set<String> marked(List<String> records) {
        Set<String> marked = new HashSet<>();
        for (int i = 0; i + 2 < records.size(); i += 3) {
            if (records.get(i + 2).equals("set") || records.get(i + 2).equals("true")) {
                marked.add(records.get(i));
            }
        }
        return marked;
    }

    private static Path scratch() {
        try {
            return Files.createTempDirectory("lindy-attributes-");
        } catch (IOException e) {
            throw new UncheckedIOException("could not make a temporary folder", e);
        }
    }

    private static void remove(Path folder) {
        try {
            Files.deleteIfExists(folder.resolve("index"));
            Files.deleteIfExists(folder.resolve("index.lock"));
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            // a small folder of the system's temporary ones
        }
    }
}

package dev.lindy.activities.guard;

import dev.lindy.activities.git.GitOutput;
import dev.lindy.activities.git.GitRunner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A file in the form of git's config, read and changed by git; works also where the repository does not. */
final class ConfigFile {

    private final GitRunner git;
    private final Path file;

    ConfigFile(GitRunner git, Path file) {
        this.git = git;
        this.file = file.toAbsolutePath();
    }

    /** All values by key, or empty where git cannot make sense of the file. */
    Optional<Map<String, List<String>>> read() {
        GitOutput output = run(List.of("--null", "--list"));
        if (!output.succeeded()) {
            return Optional.empty();
        }
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String record : output.records()) {
            int end = record.indexOf('\n');
            String key = end < 0 ? record : record.substring(0, end);
            values.computeIfAbsent(key, unknown -> new ArrayList<>()).add(end < 0 ? "true" : record.substring(end + 1));
        }
        return Optional.of(values);
    }

    /** Gives a key these values, and none but these. */
    void put(String key, List<String> values) throws IOException {
        run(List.of("--unset-all", key));
        for (String value : values) {
            GitOutput output = run(List.of("--add", key, value));
            if (!output.succeeded()) {
                throw new IOException("could not write `" + key + "`: " + output.complaint());
            }
        }
    }

    private GitOutput run(List<String> what) {
        List<String> args = new ArrayList<>(List.of("config", "--file", file.toString()));
        args.addAll(what);
        return git.run(Path.of("/"), args, null, Map.of());
    }
}

package dev.lindy.cli.project;

import dev.lindy.cli.problem.UserProblem;
import dev.lindy.project.config.ConfigLoader;
import dev.lindy.project.config.ConfigReading;
import dev.lindy.project.config.ConfigWarning;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The config file of a project and what was read from it, right or wrong.
 *
 * @param file absolute
 * @param name as a person in the caller's folder would write it
 * @param root folder of the project
 */
public record ConfigFile(Path file, String name, Path root, ConfigReading reading) {

    /**
     * Reads the config of the project at hand.
     *
     * @param directory of the caller
     * @param config the file, or null to look for it in the directory and above; where there is none that is a {@link
     *     UserProblem} with exit code 3
     */
    public static ConfigFile of(Path directory, @Nullable Path config) {
        Path file = config == null ? find(directory) : config;
        return new ConfigFile(
                file, shortened(directory, file.toString()), ConfigLoader.projectRoot(file), ConfigLoader.load(file));
    }

    /** Everything that is wrong with the file. */
    public List<UserProblem.Line> problems() {
        return reading.problems().stream()
                .map(problem -> new UserProblem.Line(named(problem.text()), problem.hint()))
                .toList();
    }

    /** What has no effect or is likely a slip. */
    public List<UserProblem.Line> slips() {
        return reading.warnings().stream()
                .map(warning -> new UserProblem.Line(named(warning.text()), warning.hint()))
                .toList();
    }

    /** The same for commands with something else to say: one sentence each, and one for all keys without effect. */
    public List<String> warnings() {
        List<ConfigWarning> all = reading.warnings();
        long unused = all.stream().filter(ConfigWarning::isUnused).count();
        List<String> told = all.stream()
                .filter(warning -> unused < 2 || !warning.isUnused())
                .map(this::sentence)
                .collect(Collectors.toCollection(ArrayList::new));
        if (unused > 1) {
            told.add("%s: %d keys have no effect (see `lindy validate`)".formatted(name, unused));
        }
        return List.copyOf(told);
    }

    private String sentence(ConfigWarning warning) {
        return named(warning.text()) + (warning.hint() == null ? "" : " (" + warning.hint() + ")");
    }

    private String named(String text) {
        String path = file.toString();
        return text.startsWith(path) ? name + text.substring(path.length()) : text;
    }

    // a file below the directory is named as a person there would
    private static String shortened(Path directory, String text) {
        String here = directory + "/";
        return text.startsWith(here) ? text.substring(here.length()) : text;
    }

    private static Path find(Path directory) {
        return ConfigLoader.find(directory)
                .orElseThrow(() -> UserProblem.invalid(List.of(new UserProblem.Line(
                        "there is no `orchestrator.yaml` in `%s` or above".formatted(directory),
                        "go to the project's folder, or name the file with `-c`"))));
    }
}

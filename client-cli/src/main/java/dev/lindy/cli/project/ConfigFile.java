package dev.lindy.cli.project;

import dev.lindy.cli.problem.UserProblem;
import dev.lindy.project.config.ConfigLoader;
import dev.lindy.project.config.ConfigReading;
import java.nio.file.Path;
import java.util.List;
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

    /** The same, one sentence each. */
    public List<String> warnings() {
        return slips().stream()
                .map(slip -> slip.hint() == null ? slip.message() : slip.message() + " (" + slip.hint() + ")")
                .toList();
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

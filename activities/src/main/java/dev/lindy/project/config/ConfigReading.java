package dev.lindy.project.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found in a project config: the config, or every reason why there is none.
 *
 * @param config null exactly where there are problems
 */
public record ConfigReading(
        @Nullable ProjectConfig config, List<ConfigProblem> problems, List<ConfigWarning> warnings) {

    public ConfigReading {
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
    }
}

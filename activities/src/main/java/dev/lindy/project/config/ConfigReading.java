package dev.lindy.project.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found in a project config: the config, or every reason why there is none.
 *
 * @param config null exactly where there are problems
 * @param values what each key came to, in the order of reading
 */
public record ConfigReading(
        @Nullable ProjectConfig config,
        List<ConfigProblem> problems,
        List<ConfigWarning> warnings,
        List<ConfigValue> values) {

    public ConfigReading {
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
        values = List.copyOf(values);
    }
}

package dev.lindy.project.config;

import dev.lindy.document.Position;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong or odd in one file, so that all of it is told at once. */
final class Findings {
    private static final int MAX_TOLD = 100;

    private final String file;
    private final List<ConfigProblem> problems = new ArrayList<>();
    private final List<ConfigWarning> warnings = new ArrayList<>();
    private final List<ConfigValue> values = new ArrayList<>();

    Findings(String file) {
        this.file = file;
    }

    void problem(Position position, String message, @Nullable String hint) {
        problems.add(new ConfigProblem(file, position.line(), position.column(), message, hint));
    }

    void warning(Position position, String message, @Nullable String hint) {
        warnings.add(new ConfigWarning(file, position.line(), position.column(), message, hint));
    }

    void value(ConfigValue value) {
        values.add(value);
    }

    List<ConfigValue> values() {
        return List.copyOf(values);
    }

    ConfigReading reading(@Nullable ProjectConfig config) {
        problems.sort(Comparator.comparingInt(ConfigProblem::line).thenComparingInt(ConfigProblem::column));
        warnings.sort(Comparator.comparingInt(ConfigWarning::line).thenComparingInt(ConfigWarning::column));
        int more = problems.size() - MAX_TOLD;
        if (more > 0) {
            problems.subList(MAX_TOLD, problems.size()).clear();
            problem(Position.UNKNOWN, "there are " + more + " more problems", "mend the first ones and try again");
        }
        if (warnings.size() > MAX_TOLD) {
            warnings.subList(MAX_TOLD, warnings.size()).clear();
        }
        return new ConfigReading(problems.isEmpty() ? config : null, problems, warnings, values);
    }
}

package dev.lindy.project.config;

import dev.lindy.document.Position;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong or odd in one file, so that all of it is told at once, and once however often it is read. */
final class Findings {
    private static final int MAX_TOLD = 100;

    private final String file;
    private final List<ConfigProblem> problems = new ArrayList<>();
    private final List<ConfigWarning> warnings = new ArrayList<>();
    private final Set<Object> told = new HashSet<>();
    private final List<ConfigValue> values = new ArrayList<>();

    Findings(String file) {
        this.file = file;
    }

    void problem(Position position, String message, @Nullable String hint) {
        ConfigProblem problem = new ConfigProblem(file, position.line(), position.column(), message, hint);
        if (told.add(problem)) {
            problems.add(problem);
        }
    }

    void warning(Position position, String message, @Nullable String hint) {
        warning(new ConfigWarning(file, position.line(), position.column(), message, hint, false));
    }

    /** A key that is known and has no effect. */
    void unused(Position position, String message) {
        warning(new ConfigWarning(file, position.line(), position.column(), message, null, true));
    }

    private void warning(ConfigWarning warning) {
        if (told.add(warning)) {
            warnings.add(warning);
        }
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

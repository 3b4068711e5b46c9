package dev.lindy.project.config;

import dev.lindy.project.config.GatesConfig.Structural;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A gate of one task with everything that is needed to run it.
 *
 * @param key unique within the task and the same for the same plan and config; letters, digits and {@code ._-}
 * @param name what people call it
 * @param command what is run, or null for every kind but {@link Kind#COMMAND}
 * @param cwd folder relative to the worktree's root, {@code {module_path}} inside
 * @param timeout hard limit of one run
 * @param required whether a rejection stops the attempt
 * @param fromPlan whether the plan itself says what is checked, so that the gate means nothing on the base
 *     commit; false for gates of the project config, also where the plan names them
 * @param diffOnly whether the command looks only at {@code {changed_files}}
 * @param params of gates without a command; for {@link Kind#STRUCTURAL} the keys of {@code qa_gates.structural}
 */
public record ResolvedGate(
        String key,
        String name,
        Kind kind,
        @Nullable GateCommand command,
        String cwd,
        Duration timeout,
        boolean required,
        boolean fromPlan,
        boolean diffOnly,
        Map<String, Object> params) {

    /** How a gate judges. */
    public enum Kind {
        /** By the exit code of a program. */
        COMMAND,
        /** By the files of the change. */
        STRUCTURAL,
        /** By the imports of the changed files. */
        LAYERS,
        /** By the runs of a CI service for the candidate commit. */
        CI,
        /** By the verdict of a reviewing agent. */
        REVIEW,
        /** By the score that an evaluating agent gives. */
        EVALUATION
    }

    public ResolvedGate {
        if ((kind == Kind.COMMAND) != (command != null)) {
            throw new IllegalArgumentException("command must be there exactly for command gates: " + key);
        }
        params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
    }

    /** The rules of a structural gate: the config's, changed by what the plan says of them. */
    public Structural structural() {
        return StructuralParams.rules(params);
    }

    /** What a gate of kind {@link Kind#CI} asks for. */
    public CiParams ci() {
        return CiParams.of(params);
    }

    ResolvedGate withKey(String unique) {
        return new ResolvedGate(unique, name, kind, command, cwd, timeout, required, fromPlan, diffOnly, params);
    }
}

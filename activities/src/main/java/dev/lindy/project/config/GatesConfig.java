package dev.lindy.project.config;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code qa_gates}.
 *
 * @param custom in file order, the ones of the shorthand by module name after those under {@code custom}
 * @param rerunRejected times a command that rejects is run again on the same tree; default 1
 * @param environment names of variables of the caller that gates get besides the usual ones
 */
public record GatesConfig(
        CiCheck ciCheck,
        Structural structural,
        LayerCheck layerCheck,
        List<CustomGate> custom,
        int rerunRejected,
        List<String> environment) {

    public GatesConfig {
        custom = List.copyOf(custom);
        environment = List.copyOf(environment);
    }

    public static GatesConfig defaults() {
        return new GatesConfig(
                CiCheck.defaults(),
                Structural.defaults(),
                new LayerCheck(true, LayerCheck.SKIP),
                List.of(),
                1,
                List.of());
    }

    /**
     * {@code qa_gates.ci_check}.
     *
     * @param timeout longest wait for CI to end; default 15 min
     * @param pollInterval longest pause between two looks; default 30 s
     * @param grace how long a run may take to appear after the push; default 60 s
     */
    public record CiCheck(Duration timeout, Duration pollInterval, Duration grace) {

        private static final Duration GRACE = Duration.ofSeconds(60);

        /** Configs that earlier versions froze have no grace. */
        @JsonCreator
        public CiCheck(Duration timeout, Duration pollInterval, @Nullable Duration grace) {
            this.timeout = timeout;
            this.pollInterval = pollInterval;
            this.grace = Objects.requireNonNullElse(grace, GRACE);
        }

        public static CiCheck defaults() {
            return new CiCheck(Duration.ofMinutes(15), Duration.ofSeconds(30), GRACE);
        }
    }

    /**
     * {@code qa_gates.structural}, also written {@code structural_check}.
     *
     * @param maxFileLines default 500
     * @param sensitivePatterns glob patterns on file names and on paths in the repository; default {@code .env},
     *     {@code *.key}, {@code *.pem}
     */
    public record Structural(int maxFileLines, boolean enforceModuleBoundary, List<String> sensitivePatterns) {

        public Structural {
            sensitivePatterns = List.copyOf(sensitivePatterns);
        }

        public static Structural defaults() {
            return new Structural(500, true, List.of(".env", "*.key", "*.pem"));
        }
    }

    /**
     * {@code qa_gates.layer_check}.
     *
     * @param unknownFilePolicy what a new file of no layer means: {@link #SKIP}, {@link #WARN} or {@link #FAIL}
     */
    public record LayerCheck(boolean enabled, String unknownFilePolicy) {

        public static final String SKIP = "skip";
        public static final String WARN = "warn";
        public static final String FAIL = "fail";

        /** Every policy. */
        public static final List<String> POLICIES = List.of(SKIP, WARN, FAIL);
    }

    /**
     * One entry of {@code qa_gates.custom} or of the shorthand {@code qa_gates.<module>}.
     *
     * @param cwd folder template, {@code {module_path}} inside; default {@code {module_path}}, in the shorthand
     *     {@code .}
     * @param timeout default 10 min
     * @param modules tasks of these modules get the gate; empty means all
     * @param required whether a rejection stops the attempt; default true
     * @param diffOnly whether the command looks only at {@code {changed_files}}; default false
     */
    public record CustomGate(
            String name,
            GateCommand command,
            String cwd,
            Duration timeout,
            List<String> modules,
            boolean required,
            boolean diffOnly) {

        public static final String DEFAULT_CWD = "{module_path}";
        public static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(10);

        public CustomGate {
            modules = List.copyOf(modules);
        }

        /** Whether tasks of that module get this gate without asking. */
        public boolean coversModule(String module) {
            boolean isProject = ModuleConfig.isReserved(module);
            return modules.isEmpty()
                    || modules.contains(module)
                    || (isProject && modules.stream().anyMatch(ModuleConfig::isReserved));
        }
    }
}

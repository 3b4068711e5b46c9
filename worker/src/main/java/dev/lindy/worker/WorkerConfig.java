package dev.lindy.worker;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Every setting of the Worker. Each is read from {@code LINDY_WORKER_<NAME>}; durations as {@code 500ms},
 * {@code 5s}, {@code 2m} or {@code 90d}.
 *
 * @param maxPrograms agents, planners and gates that run at once on this host for one engine; default 16; more
 *     wait in the order they came
 * @param maxActivities Activities of one Task Queue that are at work at once in this process, those that wait
 *     for programs not counted; default 32
 * @param pollers open polls per Task Queue and kind; default 2, which was as fast as any more
 * @param deadlock time without a yield after which a Workflow counts as hanging; default 5 s, since cold and
 *     starved machines need it
 * @param heartbeatThrottle longest time that an Activity's own heartbeats are held back; default 2 s; longer
 *     means later cancellation
 * @param sticky time that a Workflow Task waits for the Worker that has the Workflow in its cache; default 2 s
 * @param retention time that closed Workflows can be looked at; default 90 d; servers of other people keep a
 *     longer one
 * @param health time between two looks at the server; default 1 s
 * @param call limit of one short call to the server; default 3 s
 * @param takeover time between two tries to become the Worker that watches this host's programs; default 1 s
 * @param sweep time between two looks for tokens of Workers that died; default 3 s
 * @param stray time after which a program is ended that an open Workflow does not wait for; default 5 m
 * @param drain time that Activities get to finish after TERM; default 5 s, at most 8 s: whoever stops the
 *     Worker waits for 10 s
 */
public record WorkerConfig(
        int maxPrograms,
        int maxActivities,
        int pollers,
        Duration deadlock,
        Duration heartbeatThrottle,
        Duration sticky,
        Duration retention,
        Duration health,
        Duration call,
        Duration takeover,
        Duration sweep,
        Duration stray,
        Duration drain) {

    static final String PREFIX = "LINDY_WORKER_";
    private static final Duration LONGEST_DRAIN = Duration.ofSeconds(8);

    /** Read by whoever starts the Worker. */
    private static final Set<String> OF_STARTER = Set.of("XMX");

    public WorkerConfig {
        requirePositive("maxPrograms", maxPrograms);
        requirePositive("maxActivities", maxActivities);
        requirePositive("pollers", pollers);
        if (drain.compareTo(LONGEST_DRAIN) > 0) {
            throw new IllegalArgumentException("drain must be at most 8 s: " + drain);
        }
    }

    /** The settings of an environment; unknown names are refused, since they are slips. */
    public static WorkerConfig from(Map<String, String> environment) {
        Settings settings = Settings.of(environment);
        WorkerConfig config = new WorkerConfig(
                settings.count("MAX_PROGRAMS", 16),
                settings.count("MAX_ACTIVITIES", 32),
                settings.count("POLLERS", 2),
                settings.duration("DEADLOCK", Duration.ofSeconds(5)),
                settings.duration("HEARTBEAT_THROTTLE", Duration.ofSeconds(2)),
                settings.duration("STICKY", Duration.ofSeconds(2)),
                settings.duration("RETENTION", Duration.ofDays(90)),
                settings.duration("HEALTH", Duration.ofSeconds(1)),
                settings.duration("CALL", Duration.ofSeconds(3)),
                settings.duration("TAKEOVER", Duration.ofSeconds(1)),
                settings.duration("SWEEP", Duration.ofSeconds(3)),
                settings.duration("STRAY", Duration.ofMinutes(5)),
                settings.duration("DRAIN", Duration.ofSeconds(5)));
        settings.refuseUnknown();
        return config;
    }

    private static void requirePositive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be positive: " + value);
        }
    }

    private record Settings(Map<String, String> values, Set<String> asked) {

        static Settings of(Map<String, String> environment) {
            Map<String, String> values = new TreeMap<>();
            environment.forEach((name, value) -> {
                if (name.startsWith(PREFIX) && !value.isBlank()) {
                    values.put(name.substring(PREFIX.length()), value.strip());
                }
            });
            return new Settings(values, new TreeSet<>(OF_STARTER));
        }

        int count(String name, int usual) {
            return read(name, usual, Integer::valueOf, "a whole number such as `4`");
        }

        Duration duration(String name, Duration usual) {
            return read(name, usual, Durations::parse, "a duration such as `5s`");
        }

        private <T> T read(String name, T usual, Function<String, T> parser, String expected) {
            asked.add(name);
            String value = values.get(name);
            if (value == null) {
                return usual;
            }
            try {
                return parser.apply(value);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "%s%s is `%s`, expected %s".formatted(PREFIX, name, value, expected), e);
            }
        }

        void refuseUnknown() {
            Set<String> unknown = new TreeSet<>(values.keySet());
            unknown.removeAll(asked);
            if (!unknown.isEmpty()) {
                throw new IllegalArgumentException("unknown setting: %s%s; there are %s"
                        .formatted(PREFIX, unknown.iterator().next(), String.join(", ", asked)));
            }
        }
    }
}

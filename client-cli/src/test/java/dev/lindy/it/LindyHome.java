package dev.lindy.it;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lindy.payload.Payloads;
import dev.lindy.process.ProcessMarker;
import dev.lindy.process.ProcessTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A user's whole world in a temporary folder: home, state, an engine of its own. Every process that belongs to it
 * has its home folder in the environment, and is found by that. Closing ends the engine and fails where anything is
 * left.
 */
final class LindyHome implements AutoCloseable {

    /** For commands that start an engine and wait for a run: minutes on a machine that is busy. */
    static final Duration LONG = Duration.ofMinutes(3);

    private final Path root;
    private final Map<String, String> environment;
    private List<String> before = List.of();
    private Path distribution = distribution();

    private LindyHome(Path root) {
        this.root = root;
        this.environment = environment(root);
    }

    static LindyHome create() {
        try {
            LindyHome home = new LindyHome(Files.createTempDirectory(canName("ü") ? "lindy it-ü-" : "lindy it-")
                    .toRealPath());
            for (String folder : List.of("home", "state", "logs")) {
                Files.createDirectories(home.root.resolve(folder));
            }
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean canName(String text) {
        return Charset.forName(System.getProperty("sun.jnu.encoding", "US-ASCII"))
                .newEncoder()
                .canEncode(text);
    }

    private static Map<String, String> environment(Path root) {
        Map<String, String> caller = System.getenv();
        Map<String, String> environment = new TreeMap<>();
        environment.put("PATH", caller.getOrDefault("PATH", "/usr/bin:/bin"));
        environment.put("HOME", root.resolve("home").toString());
        environment.put("LANG", "C.UTF-8");
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("LINDY_STATE", root.resolve("state").toString());
        environment.put("LINDY_ENGINE", "managed");
        // The archive is made in the background, by a process that outlives its command.
        environment.put("LINDY_CDS", "off");
        // The temporal binary is fetched once, not once per test.
        environment.put(
                "XDG_CACHE_HOME", caller.getOrDefault("XDG_CACHE_HOME", System.getProperty("user.home") + "/.cache"));
        caller.forEach((name, value) -> {
            if (name.equals("LINDY_TEMPORAL_BIN")
                    || name.toLowerCase(Locale.ROOT).endsWith("_proxy")) {
                environment.put(name, value);
            }
        });
        return environment;
    }

    Path root() {
        return root;
    }

    /** A new folder of about this name. */
    Path folder(String name) {
        try {
            return Files.createTempDirectory(root, name + " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path state() {
        return root.resolve("state");
    }

    /** Of all commands started here; may be changed. */
    Map<String, String> environment() {
        return environment;
    }

    // ---- commands

    /** Commands that are started from now on have a variable whose value is no text. */
    void withByteVariable(String name) {
        before = List.of("/bin/sh", "-c", name + "=$(printf 'a\\377\\376b'); export " + name + "; exec \"$0\" \"$@\"");
    }

    /** Commands that are started from now on make files that everybody may read and write, unless they mind. */
    void withoutUmask() {
        before = List.of("/bin/sh", "-c", "umask 000; exec \"$0\" \"$@\"");
    }

    Result run(Path directory, String... args) {
        return start(directory, args).await(LONG);
    }

    Result run(String... args) {
        return run(root, args);
    }

    LindyProcess start(Path directory, String... args) {
        return start(directory, Map.of(), args);
    }

    /** With variables of its own. */
    LindyProcess start(Path directory, Map<String, String> more, String... args) {
        List<String> command = new ArrayList<>(before);
        command.add(distribution.resolve("bin/lindy").toString());
        command.addAll(Arrays.asList(args));
        Map<String, String> variables = new TreeMap<>(environment);
        variables.putAll(more);
        return LindyProcess.start(command, directory, variables, root.resolve("logs"));
    }

    /** What a command prints with {@code --json}, which is added; it must succeed. */
    JsonNode json(String... args) {
        List<String> words = new ArrayList<>(Arrays.asList(args));
        words.add("--json");
        Result result = run(words.toArray(String[]::new));
        if (result.exit() != 0) {
            throw new AssertionError(words + " failed: " + result);
        }
        return result.json();
    }

    /** Exit code 8 and the id of the new run. */
    String detached(Path project, String... args) {
        List<String> words = new ArrayList<>(List.of("run", "--detach"));
        words.addAll(Arrays.asList(args));
        Result result = run(project, words.toArray(String[]::new));
        if (result.exit() != 8) {
            throw new AssertionError(words + " failed: " + result);
        }
        return result.stdout().strip();
    }

    /** Another one than the build's. */
    void usesDistribution(Path folder) {
        distribution = folder;
    }

    /** What the build has made. */
    static Path distribution() {
        Path folder = Path.of(System.getProperty("lindy.dist", "target/dist")).toAbsolutePath();
        if (!Files.isExecutable(folder.resolve("bin/lindy"))) {
            throw new IllegalStateException("there is no distribution, `mvn package` makes it: " + folder);
        }
        return folder;
    }

    // ---- processes, by our records and not by our commands

    long serverPid() {
        return json(state().resolve("engine/engine.json")).path("pid").asLong();
    }

    String serverAddress() {
        return json(state().resolve("engine/engine.json")).path("address").asText();
    }

    /** 0 where none is recorded. */
    long workerPid() {
        return workerFile().map(file -> json(file).path("pid").asLong()).orElse(0L);
    }

    private Optional<Path> workerFile() {
        return below(state().resolve("worker"), 2).stream()
                .filter(file -> file.endsWith("worker.json"))
                .findFirst();
    }

    /** Whether the recorded Worker lives and takes work. */
    boolean workerIsReady() {
        long pid = workerPid();
        return pid > 0
                && Pids.lives(pid)
                && workerFile()
                        .map(file -> text(file.resolveSibling("ready")))
                        .filter(text -> text.strip().equals(Long.toString(pid)))
                        .isPresent();
    }

    /** When the recorded Worker began to take work. */
    Instant workerReadyAt() {
        try {
            Path record = workerFile().orElseThrow();
            return Files.getLastModifiedTime(record.resolveSibling("ready")).toInstant();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void awaitWorker() {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(this::workerIsReady);
    }

    /** Names of the records of programs that have not been told to have ended. */
    List<String> livePrograms() {
        return below(state().resolve("programs"), 3).stream()
                .filter(folder -> folder.getParent().endsWith("live"))
                .map(folder -> folder.getFileName().toString())
                .sorted()
                .toList();
    }

    /** Processes of a run's programs: agents, planners, gates, hooks and what they started, wherever it went. */
    Set<Long> programPids(String run) {
        return marked("LINDY_ATTEMPT", run + ".");
    }

    Set<Long> launcherPids(String run) {
        return marked("LINDY_LAUNCHER", run + ".");
    }

    /** Of the agent and gates of one task. */
    Set<Long> launcherPids(String run, int task) {
        return marked("LINDY_LAUNCHER", "%s.t%d.".formatted(run, task));
    }

    private Set<Long> marked(String variable, String keys) {
        ProcessTable table = ProcessTable.ofHost();
        return livePrograms().stream()
                .filter(key -> key.startsWith(keys))
                .flatMap(key -> table.marked(new ProcessMarker(variable, key)).stream())
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Those of all processes of this world whose command line has this text. */
    List<Long> withCommand(String text) {
        return everything().stream()
                .filter(pid -> ProcessHandle.of(pid)
                        .flatMap(process -> process.info().commandLine())
                        .filter(line -> line.contains(text))
                        .isPresent())
                .toList();
    }

    Path temporalBinary() {
        return Path.of(URI.create(
                json(state().resolve("engine/engine.json")).path("binary").asText()));
    }

    /** All processes of this world: commands, server, Worker, launchers, programs and what those started. */
    Set<Long> everything() {
        return ProcessTable.ofHost().marked(new ProcessMarker("HOME", environment.get("HOME")));
    }

    /** kill -9 for all of it, again until nothing is left that could start something. */
    void killEverything() {
        // a process that is just being made is not seen yet
        await().during(Duration.ofMillis(300))
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> {
                    Set<Long> pids = everything();
                    pids.forEach(pid -> Pids.signal("KILL", pid));
                    return pids.isEmpty();
                });
    }

    // ---- runs

    String statusOf(String run) {
        return json("show", run).path("status").asText();
    }

    String workflowOf(String run) {
        return StreamSupport.stream(json("list").spliterator(), false)
                .filter(row -> row.path("run").asText().equals(run))
                .map(row -> row.path("workflowId").asText())
                .findFirst()
                .orElseThrow();
    }

    Stream<JsonNode> tasks(String run) {
        return StreamSupport.stream(json("show", run).path("tasks").spliterator(), false);
    }

    /** The end of what the Worker says, or an empty text. */
    String workerLog() {
        return workerFile().map(file -> tail(file.resolveSibling("worker.log"))).orElse("");
    }

    /** Ends the engine; fails where a process of this world is left. */
    @Override
    public void close() {
        String workerLog = workerLog();
        Result down = run("down", "--force");
        Set<Long> left = everything();
        if (!left.isEmpty()) {
            String names = left.stream()
                    .map(pid -> pid + " "
                            + ProcessHandle.of(pid)
                                    .flatMap(process -> process.info().commandLine())
                                    .orElse("?"))
                    .collect(Collectors.joining("\n"));
            killEverything();
            throw new AssertionError(
                    "left after `lindy down --force`, which said " + down + ":\n" + names + "\n" + workerLog);
        }
        if (!Boolean.getBoolean("lindy.it.keep")) {
            delete();
        }
    }

    private void delete() {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // ---- files

    private static List<Path> below(Path folder, int depth) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder, depth)) {
            return files.toList();
        } catch (IOException | UncheckedIOException e) {
            // Something was deleted meanwhile.
            return List.of();
        }
    }

    private static JsonNode json(Path file) {
        try {
            return Payloads.mapper().readTree(Files.readAllBytes(file));
        } catch (IOException e) {
            return Payloads.mapper().createObjectNode();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }

    private static String tail(Path file) {
        List<String> lines = text(file).lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
    }
}

package dev.lindy.process;

import dev.lindy.failpoint.FailPoint;
import dev.lindy.state.PrivateFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Starts the launcher script for a record. What it starts belongs to nobody: it outlives this process. */
final class Launcher {

    private static final String RESOURCE = "launcher.sh";
    private static final String TOOL_PATH = "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin";

    private final List<String> shell;
    private final HostTools tools;
    private final ProcessTable table;
    private final Path script;

    Launcher(Path folder) {
        this(folder, List.of("/bin/sh"), HostTools.ofHost());
    }

    Launcher(Path folder, List<String> shell, HostTools tools) {
        this.shell = List.copyOf(shell);
        this.tools = tools;
        this.table = ProcessTable.ofHost();
        this.script = install(folder);
    }

    /**
     * Starts the program of this record unless somebody did so before. What is missing for a start is
     * written down as the program's end.
     */
    void launch(ProgramFolder folder, ProgramSpec spec) {
        Optional<String> obstacle = prepare(folder, spec);
        if (obstacle.isPresent()) {
            refuse(folder, obstacle.get());
            return;
        }
        // Before the start: whoever comes next must not take the record for one that still waits.
        folder.mark("launch", "");
        FailPoint.LAUNCH_MARKED.pass(spec.kind());
        try {
            start(folder, spec);
            FailPoint.LAUNCHED.pass(spec.kind());
        } catch (IOException e) {
            refuse(folder, "could not start the launcher: " + e.getMessage());
        }
    }

    private static void refuse(ProgramFolder folder, String message) {
        if (folder.claim()) {
            folder.mark("failed", message);
        }
    }

    private Optional<String> prepare(ProgramFolder folder, ProgramSpec spec) {
        if (spec.command().isEmpty()) {
            return Optional.of("the command is empty");
        }
        if (!Files.isDirectory(spec.workingDirectory())) {
            return Optional.of("working directory `" + spec.workingDirectory() + "` does not exist");
        }
        Path stdin = spec.stdin();
        if (stdin != null && !Files.isReadable(stdin)) {
            return Optional.of("input file `" + stdin + "` cannot be read");
        }
        String name = spec.command().get(0);
        Optional<Path> executable = Executables.find(name, spec.environment(), spec.workingDirectory());
        if (executable.isEmpty()) {
            return Optional.of("`" + name + "` is not installed (looked in PATH)");
        }
        try {
            PrivateFiles.touch(spec.stdout());
            PrivateFiles.touch(spec.stderr());
            folder.mark("program.sh", ProgramScript.of(spec, words(spec, executable.get())));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.of("could not prepare the start: " + e.getMessage());
        }
        return Optional.empty();
    }

    private List<String> words(ProgramSpec spec, Path executable) {
        List<String> words = new ArrayList<>(tools.ownSession());
        words.add(executable.toString());
        words.addAll(spec.command().subList(1, spec.command().size()));
        return words;
    }

    private void start(ProgramFolder folder, ProgramSpec spec) throws IOException {
        List<String> command = new ArrayList<>(tools.ownSession());
        command.addAll(shell);
        command.addAll(
                List.of(script.toString(), folder.path().toString(), spec.key().value()));
        command.add(Long.toString(seconds(spec.hardLimit())));
        command.add(Long.toString(seconds(spec.grace())));
        command.add(table.bootId());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.path().toFile())
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.file("launcher.log").toFile()));
        ProcessMarker marker = ProcessMarker.launcher(spec.key());
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", path(), "LC_ALL", "C", "TZ", "UTC0"));
        builder.environment().put(marker.variable(), marker.value());
        builder.start();
    }

    /** The tools of the system first; then ours, for systems that keep them elsewhere. */
    private static String path() {
        String own = System.getenv("PATH");
        return own == null ? TOOL_PATH : TOOL_PATH + ":" + own;
    }

    private static long seconds(Duration duration) {
        return Math.max(1, (duration.toMillis() + 999) / 1000);
    }

    /** Named by its content: a running launcher's script never changes under it. */
    private static Path install(Path folder) {
        byte[] content = content();
        Path file = folder.resolve("launcher-" + hash(content) + ".sh");
        if (!Files.exists(file)) {
            PrivateFiles.replace(file, content);
        }
        return file;
    }

    private static byte[] content() {
        try (InputStream resource = Launcher.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IllegalStateException("resource is missing: " + RESOURCE);
            }
            return resource.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("could not read resource " + RESOURCE, e);
        }
    }

    private static String hash(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest).substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }
}

package dev.lindy.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lindy.process.ProcessRunner;
import dev.lindy.process.ShortCommand;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Sizes and bytes that nobody expects: all of it is kept, and the Worker stays as small as it is told to be. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class HostileOutputIT {

    private static final long NOISE = 200L << 20;

    /** A Temporal payload that Lindy sends or gets. */
    private static final int MAX_PAYLOAD = 256 << 10;

    /** Of the Worker's heap; the least with which it is known to work. */
    private static final int HEAP_MB = 160;

    /** Heap, and what a Java process of gRPC and a hundred threads has besides. */
    private static final int RESIDENT_MB = HEAP_MB + 260;

    @TempDir
    Path scripts;

    private LindyHome home;
    private GitProject project;

    @BeforeEach
    void setUp() {
        home = LindyHome.create();
        home.environment().put("LINDY_WORKER_XMX", HEAP_MB + "m");
        project = GitProject.create(home);
    }

    @AfterEach
    void close() {
        home.close();
    }

    @Test
    void keepsAllThatAgentsAndGatesSayInBoundedMemory() throws IOException {
        Path noise = noise();
        Path agent = script("agent", "cat '" + noise + "'");
        String gate = "[ ! -f api/1.txt ] || cat '" + noise + "'";
        String prompt = "@run " + agent + "\n@write api/1.txt 1\n@commit one\n";
        String plan = project.plan(
                PlanTask.of(1, "api", prompt).gate(gate),
                PlanTask.of(2, "web", "é".repeat(512 << 10), "@write web/2.txt 2", "@commit two"));

        Result result = home.run(project.root(), "run", "-p", plan);

        assertThat(result.exit()).as(result.stderr()).isZero();
        String run = result.stdout().strip();
        Path tasks = home.state().resolve("runs/" + run + "/tasks");
        assertThat(slice(tasks.resolve("1/1/transcript.jsonl"), noise)).isEqualTo(hash(noise, 0, NOISE));
        assertThat(slice(gateOutput(tasks.resolve("1/1")), noise)).isEqualTo(hash(noise, 0, NOISE));
        assertThat(Files.size(tasks.resolve("2/1/prompt.md"))).isGreaterThan(1 << 20);
        assertThat(result.stderr()).doesNotContain("\033", "\u009b");
        assertHistoryIsSmall();
        assertWorkerIsSmall();
    }

    @Test
    void takesALongGoalWithControlCharacters() throws IOException {
        String goal = "Write a file\u0000\u001b[31m\u009b31m\u202e\ufeff now.\r\n"
                + "long word ".repeat(10_000)
                + "\n```plan\n"
                + "{\"tasks\": [{\"id\": 1, \"module\": \"api\", \"description\": \"one\", \"depends_on\": [],"
                + " \"prompt\": \"@write api/1.txt 1\\n@commit one\"}]}\n```\n";
        Path file = project.write("../goal.md", goal);

        Result result = home.run(project.root(), "run", "-f", file.toString());

        assertThat(result.exit()).as(result.stderr()).isZero();
        assertThat(result.stderr() + home.run("list").stdout()).doesNotContain("\033", "\u009b", "\u202e", "\0");
        String run = result.stdout().strip();
        assertThat(Files.readString(home.state().resolve("runs/" + run + "/goal.md")))
                .isEqualTo(goal.strip());
        assertHistoryIsSmall();
    }

    /** A long line, lines that look like JSON, escape sequences, bytes that are no UTF-8. */
    private Path noise() throws IOException {
        Path file = home.root().resolve("noise");
        Path maker = script("maker", """
                {
                  head -c 10000000 /dev/zero | tr '\\000' '{'
                  echo
                  printf '\\033[2J\\033]0;title\\007\\302\\23331m\\377\\376 {"type":"result"\\n'
                  printf '{"type":"assistant","message":{"content":%%0200000d\\n' 0
                  head -c 50000000 /dev/urandom
                  yes '{"type":"assistant","message":{"content":[{"type":"text","text":"noise"}]}}'
                } | head -c %d >'%s'
                echo >>'%s'
                """.formatted(NOISE - 1, file, file));
        assertThat(new ProcessRunner()
                        .run(ShortCommand.of(List.of(maker.toString()), home.root(), home.environment()))
                        .isSuccess())
                .isTrue();
        assertThat(Files.size(file)).isEqualTo(NOISE);
        return file;
    }

    private Path script(String name, String text) throws IOException {
        Path file = Files.writeString(home.folder("bin").resolve(name), "#!/bin/sh\n" + text);
        // the scripted agent splits at blanks
        Path plain = scripts.resolve(name);
        Files.copy(file, plain);
        Files.setPosixFilePermissions(plain, PosixFilePermissions.fromString("rwx------"));
        return plain;
    }

    private static Path gateOutput(Path attempt) throws IOException {
        try (Stream<Path> files = Files.list(attempt)) {
            return files.filter(file -> file.getFileName().toString().startsWith("gate-command"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** The part of a file that should be the noise: behind its first line. */
    private static String slice(Path file, Path noise) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(4096);
            int start = new String(head, StandardCharsets.ISO_8859_1).indexOf('\n') + 1;
            assertThat(Files.size(file)).isGreaterThanOrEqualTo(start + Files.size(noise));
            return hash(file, start, NOISE);
        }
    }

    private static String hash(Path file, long from, long length) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            in.skipNBytes(from);
            byte[] buffer = new byte[1 << 16];
            for (long left = length; left > 0; ) {
                int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
                assertThat(read).isPositive();
                digest.update(buffer, 0, read);
                left -= read;
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void assertHistoryIsSmall() {
        TemporalHttp temporal = new TemporalHttp(home);
        List<String> workflows = temporal.workflows();
        assertThat(workflows).isNotEmpty();
        for (String workflow : workflows) {
            List<JsonNode> all = temporal.everythingOf(workflow);
            assertThat(all).hasSizeGreaterThan(5);
            assertThat(all.stream()
                            .flatMap(node -> TemporalHttp.payloads(node).stream())
                            .toList())
                    .isNotEmpty()
                    .allMatch(payload -> payload.length < MAX_PAYLOAD);
        }
    }

    private void assertWorkerIsSmall() throws IOException {
        Path status = Path.of("/proc", Long.toString(home.workerPid()), "status");
        if (Files.exists(status)) {
            long peak = Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElseThrow();
            Measured.tell("peak of the Worker's memory", peak >> 10, "MB");
            assertThat(peak >> 10).isLessThan(RESIDENT_MB);
        }
    }
}

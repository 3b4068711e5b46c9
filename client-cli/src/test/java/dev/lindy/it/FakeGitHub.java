package dev.lindy.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.lindy.payload.Payloads;
import dev.lindy.process.Finished;
import dev.lindy.process.ProcessRunner;
import dev.lindy.process.ShortCommand;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * What the real {@code gh} sees of GitHub Actions: a server of its own on loopback with a certificate of its own, and
 * a bare repository that is pushed to. Runs are there for commits that were pushed.
 */
final class FakeGitHub implements AutoCloseable {

    static final String TOKEN = "ghs_planted-0123456789";

    /** How a run of a commit stands. */
    record Run(String status, String conclusion) {

        static final Run WORKING = new Run("in_progress", "");
        static final Run SUCCESS = new Run("completed", "success");
        static final Run FAILURE = new Run("completed", "failure");
    }

    private static final Pattern RUNS = Pattern.compile(".*/actions/runs\\?.*head_sha=([0-9a-f]+)&branch=([^&]+).*");
    private static final String PASSWORD = "changeit";

    private final Path folder;
    private final HttpsServer server;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile Function<String, List<Run>> runs = commit -> List.of(Run.SUCCESS);
    private volatile String log = "2026-05-14T10:00:00.0000000Z nothing\n";
    private volatile boolean lenient;
    private volatile Duration limit = Duration.ZERO;
    private volatile Instant limitedUntil = Instant.EPOCH;

    private FakeGitHub(Path folder, HttpsServer server) {
        this.folder = folder;
        this.server = server;
    }

    /** A running one, which {@code gh} of this home knows and is logged in at. */
    static FakeGitHub start(LindyHome home, GitProject project) {
        try {
            Path folder = home.folder("github");
            certificate(folder);
            HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(context(folder)));
            server.setExecutor(Executors.newCachedThreadPool(work -> {
                Thread thread = new Thread(work, "github");
                thread.setDaemon(true);
                return thread;
            }));
            FakeGitHub github = new FakeGitHub(folder, server);
            server.createContext("/", github::answer);
            server.start();
            github.git("init", "-q", "--bare", "shop.git");
            github.hook("cat >> \"" + folder.resolve("pushes") + "\"");
            project.git("remote", "add", "origin", folder.resolve("shop.git").toString());
            home.environment().put("GH_HOST", "localhost:" + server.getAddress().getPort());
            home.environment().put("GH_ENTERPRISE_TOKEN", TOKEN);
            home.environment().put("SSL_CERT_FILE", folder.resolve("cert.pem").toString());
            return github;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void certificate(Path folder) {
        String name = "CN=localhost";
        keytool(
                folder,
                "-genkeypair",
                "-alias",
                "gh",
                "-keyalg",
                "EC",
                "-dname",
                name,
                "-ext",
                "SAN=dns:localhost,ip:127.0.0.1",
                "-ext",
                "bc=ca:true",
                "-validity",
                "30");
        keytool(folder, "-exportcert", "-alias", "gh", "-rfc", "-file", "cert.pem");
    }

    private static void keytool(Path folder, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(Arrays.asList(arguments));
        command.addAll(List.of("-keystore", "keys.p12", "-storetype", "PKCS12", "-storepass", PASSWORD));
        must(command, folder);
    }

    private static SSLContext context(Path folder) throws IOException {
        try (InputStream in = Files.newInputStream(folder.resolve("keys.p12"))) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, PASSWORD.toCharArray());
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("could not make a TLS server", e);
        }
    }

    // ---- the script

    /** The runs of workflow {@code ci.yml} for a commit that was pushed, oldest first. */
    void runs(Function<String, List<Run>> answer) {
        runs = answer;
    }

    /** What each failed job has printed. */
    void log(String text) {
        log = text;
    }

    /** Lists all runs, whatever is asked for. */
    void ignoresFilters() {
        lenient = true;
    }

    /** The first question is one too many. */
    void limitsRateFor(Duration wait) {
        limit = wait;
    }

    /** What the repository does with a push. */
    void hook(String script) {
        try {
            Path hook = Files.writeString(folder.resolve("shop.git/hooks/pre-receive"), "#!/bin/sh\n" + script + "\n");
            Files.setPosixFilePermissions(hook, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // ---- what it saw

    /** One line per push: old commit, new commit, ref. */
    List<String> pushes() {
        try {
            Path file = folder.resolve("pushes");
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How often it was asked for runs. */
    long looks() {
        return requests.stream().filter(path -> path.contains("/actions/runs?")).count();
    }

    String head(String branch) {
        return git("--git-dir", "shop.git", "rev-parse", "refs/heads/" + branch);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    // ---- the server

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        requests.add(path);
        if (!limit.isZero()) {
            limitedUntil = Instant.now().plus(limit);
            limit = Duration.ZERO;
        }
        String login = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        if (!login.equals("token " + TOKEN)) {
            send(exchange, 401, Map.of("message", "Bad credentials"));
        } else if (Instant.now().isBefore(limitedUntil)) {
            exchange.getResponseHeaders().set("X-RateLimit-Remaining", "0");
            exchange.getResponseHeaders().set("X-RateLimit-Reset", Long.toString(limitedUntil.getEpochSecond() + 1));
            send(exchange, 403, Map.of("message", "API rate limit exceeded for user ID 1."));
        } else if (!path.startsWith("/api/v3/repos/o/r/")) {
            send(exchange, 404, Map.of("message", "Not Found"));
        } else if (path.contains("/actions/runs?")) {
            send(exchange, 200, runs(path));
        } else if (path.contains("/jobs?")) {
            send(exchange, 200, jobs());
        } else if (path.endsWith("/logs") && path.contains("/jobs/")) {
            exchange.getResponseHeaders()
                    .set(
                            "Location",
                            "https://" + exchange.getRequestHeaders().getFirst("Host") + "/api/v3/repos/o/r/blob/log");
            send(exchange, 302, "");
        } else {
            send(exchange, 200, log);
        }
    }

    private Map<String, Object> runs(String path) {
        Matcher asked = RUNS.matcher(path);
        if (!asked.matches()) {
            throw new IllegalStateException("Unexpected question: " + path);
        }
        List<Map<String, Object>> listed = new ArrayList<>();
        for (String head : git("--git-dir", "shop.git", "for-each-ref", "--format=%(objectname) %(refname:lstrip=2)")
                .lines()
                .toList()) {
            String[] parts = head.split(" ", 2);
            boolean matches = parts[0].equals(asked.group(1))
                    && parts[1].equals(asked.group(2).replace("%2F", "/"));
            if (matches || lenient) {
                runs.apply(parts[0]).forEach(run -> listed.add(run(listed.size() + 1, parts[0], parts[1], run)));
            }
        }
        return Map.of("total_count", listed.size(), "workflow_runs", listed);
    }

    private static Map<String, Object> run(int id, String commit, String branch, Run run) {
        return Map.of(
                "id",
                id,
                "path",
                ".github/workflows/ci.yml",
                "name",
                "Build",
                "head_sha",
                commit,
                "head_branch",
                branch,
                "run_number",
                10 + id,
                "run_attempt",
                1,
                "status",
                run.status(),
                "conclusion",
                run.conclusion(),
                "html_url",
                "https://github.example/o/r/actions/runs/" + id);
    }

    private static Map<String, Object> jobs() {
        return Map.of(
                "jobs",
                List.of(
                        Map.of(
                                "id",
                                1,
                                "name",
                                "lint",
                                "conclusion",
                                "success",
                                "html_url",
                                "https://github.example/job/1"),
                        Map.of(
                                "id", 2,
                                "name", "test (ubuntu)",
                                "conclusion", "failure",
                                "html_url", "https://github.example/job/2",
                                "steps",
                                        List.of(
                                                Map.of("name", "Set up job", "conclusion", "success"),
                                                Map.of("name", "Run tests", "conclusion", "failure")))));
    }

    private static void send(HttpExchange exchange, int status, Object body) throws IOException {
        boolean isText = body instanceof String;
        byte[] bytes = isText
                ? ((String) body).getBytes(StandardCharsets.UTF_8)
                : Payloads.mapper().writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", isText ? "text/plain" : "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private String git(String... arguments) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(Arrays.asList(arguments));
        return must(command, folder).stripTrailing();
    }

    private static String must(List<String> command, Path folder) {
        Map<String, String> environment =
                Map.of("PATH", System.getenv().getOrDefault("PATH", "/usr/bin:/bin"), "HOME", folder.toString());
        Finished finished = new ProcessRunner().run(ShortCommand.of(command, folder, environment));
        if (!finished.isSuccess()) {
            throw new AssertionError(command + " failed: " + finished.stderr() + finished.text());
        }
        return finished.text();
    }
}

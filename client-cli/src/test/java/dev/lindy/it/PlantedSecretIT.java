package dev.lindy.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Secrets of the caller's environment that planner, agents and gates tell in every way they can: kept nowhere but in
 * the private environment file. A value that is no secret is told beside each of them and must be found, or the
 * search would prove nothing.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class PlantedSecretIT {

    private static final String PLAIN = "plain-planted-value";

    /** Captured: by the allow-list, by the config, as part of an address. */
    private static final Map<String, String> SECRETS = Map.of(
            "ANTHROPIC_API_KEY", "sk-ant-planted-0123456789",
            "GITHUB_TOKEN", "ghp_\"quoted\"\\and/slashed-0123456789",
            "DB_PASSWORD", "correct horse planted battery",
            "PIP_INDEX_URL", "https://me:planted-password-1@index.example.invalid/simple");

    /** Nobody asked for it: no program sees it, no file has it. */
    private static final Map<String, String> UNASKED = Map.of("OTHER_SECRET", "unasked-planted-0123456789");

    /** Tells everything, in the ways of programs; `more` is one more line. */
    private static final String TELL = """
            tell() {
              for value in "$ANTHROPIC_API_KEY" "$GITHUB_TOKEN" "$DB_PASSWORD" "$PIP_INDEX_URL" "$XDG_PLANTED"; do
                printf '%s\\n' "$value"
                printf '%s\\n' "$value" | sed 's/[\\\\"]/\\\\&/g; s/.*/{"text":"&"}/'
                printf 'Authorization: Basic %s\\n' "$(printf 'user:%s' "$value" | base64 -w0)"
                printf '%s' "$value" | cut -c1-9 | tr -d '\\n'; sleep 0.1; printf '%s\\n' "$value" | cut -c10-
              done
              env
            }
            """;

    @TempDir
    Path scripts;

    private LindyHome home;
    private GitProject project;

    @BeforeEach
    void setUp() throws IOException {
        home = LindyHome.create();
        home.environment().putAll(SECRETS);
        home.environment().putAll(UNASKED);
        home.environment().put("XDG_PLANTED", PLAIN);
        project = GitProject.named(
                home,
                "shop",
                "agents:",
                "  environment: [GITHUB_TOKEN, DB_PASSWORD]",
                "qa_gates:",
                "  environment: [GITHUB_TOKEN, DB_PASSWORD, ANTHROPIC_API_KEY]",
                "lifecycle_hooks:",
                "  before_run: env; exit 1");
    }

    @AfterEach
    void close() {
        home.close();
    }

    @Test
    void isKeptNowhereWhoeverTellsIt() throws IOException {
        Path planner = script("planner", TELL + """
                tell; tell >&2
                sed -i "s/PLACE/$ANTHROPIC_API_KEY $XDG_PLANTED/g" '%s'/agents/sessions/*/plan
                """.formatted(home.state()));
        Path speaks = script("speaks", TELL + """
                tell; tell >&2
                echo work >api/1.txt
                echo work >"api/$ANTHROPIC_API_KEY $XDG_PLANTED.txt"
                git add -A
                git -c user.name=A -c user.email=a@example.invalid commit -qm "$GITHUB_TOKEN $XDG_PLANTED"
                """);
        Path errs = script("errs", """
                printf '{"type":"result","subtype":"error_during_execution","is_error":true,"result":"%s %s %s"}\\n' \\
                  "$ANTHROPIC_API_KEY" "$DB_PASSWORD" "$XDG_PLANTED"
                """);
        Path gate = script("gate", TELL + """
                tell; tell >&2
                [ -f api/1.txt ] || exit 0
                echo "FAILED $ANTHROPIC_API_KEY $DB_PASSWORD $XDG_PLANTED"
                exit 1
                """);
        Path trespass = script("trespass", """
                echo work >"web/$ANTHROPIC_API_KEY $XDG_PLANTED"
                """);
        Path sensitive = script("sensitive", """
                echo work >"api/left $ANTHROPIC_API_KEY $XDG_PLANTED.key"
                """);
        Path goal = project.write("../goal.md", """
                Tell all.

                @run %s

                ```plan
                {"tasks": [
                 {"id": 1, "module": "api", "description": "PLACE", "depends_on": [], "prompt": "PLACE\\n@run %s",
                  "qa_checks": [{"gate": "command_check", "params": {"command": "%s"}}]},
                 {"id": 2, "module": "api", "description": "two", "depends_on": [], "prompt": "@run %s\\n@exit 1"},
                 {"id": 3, "module": "api", "description": "three", "depends_on": [], "prompt": "@run %s"},
                 {"id": 4, "module": "api", "description": "four", "depends_on": [], "prompt": "@run %s"},
                 {"id": 5, "module": "web", "description": "PLACE", "depends_on": [],
                  "prompt": "@write web/5.txt 5\\n@commit five"}]}
                ```
                """.formatted(planner, speaks, gate, errs, trespass, sensitive));

        Result result = home.run(project.root(), "run", "-f", goal.toString());

        assertThat(result.exit()).as(result.stderr()).isEqualTo(1);
        String run = result.stdout().strip();
        home.run(project.root(), "show", run);
        home.run(project.root(), "report", run);
        home.run(project.root(), "status", "--json");
        Map<String, String> kept = kept(run);
        for (String secret : planted()) {
            for (String form : forms(secret)) {
                assertThat(holders(kept, form)).as(form).isEmpty();
            }
        }
        assertThat(holders(kept, PLAIN))
                .contains(
                        "temporal",
                        "journal",
                        "merges",
                        "runs/" + run + "/report.md",
                        "runs/" + run + "/report.json",
                        "runs/" + run + "/planning/1/transcript.jsonl",
                        "runs/" + run + "/tasks/1/1/transcript.jsonl",
                        "runs/" + run + "/tasks/1/1/stderr.txt",
                        "runs/" + run + "/tasks/1/1/prompt.md",
                        "runs/" + run + "/tasks/1/1/hook-before_run.txt",
                        "shop/.orchestrator/sessions/" + run + ".json",
                        "shop/.orchestrator/logs/actions.jsonl")
                .anyMatch(name -> name.startsWith("engine/temporal.db"))
                .anyMatch(name -> name.startsWith("runs/" + run + "/tasks/1/1/gate-command"));
        assertEnvironmentIsPrivate(run);
    }

    private void assertEnvironmentIsPrivate(String run) throws IOException {
        Path file = home.state().resolve("runs/" + run + "/.lindy/environment.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file))
                .contains(SECRETS.get("ANTHROPIC_API_KEY"))
                .doesNotContain(UNASKED.get("OTHER_SECRET"));
    }

    private Path script(String name, String text) throws IOException {
        Path file = Files.writeString(scripts.resolve(name), "#!/bin/sh\n" + text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private static List<String> planted() {
        List<String> secrets = new ArrayList<>(SECRETS.values());
        secrets.remove(SECRETS.get("PIP_INDEX_URL"));
        secrets.add("planted-password-1");
        secrets.addAll(UNASKED.values());
        return secrets;
    }

    private static List<String> forms(String secret) {
        String base64 = Base64.getEncoder().encodeToString(("user:" + secret).getBytes(StandardCharsets.UTF_8));
        return List.of(
                secret,
                secret.replace("\\", "\\\\").replace("\"", "\\\""),
                secret.replace("\\", "\\\\\\\\").replace("\"", "\\\\\\\""),
                base64.substring(8, base64.length() - 4));
    }

    private static List<String> holders(Map<String, String> kept, String text) {
        return kept.entrySet().stream()
                .filter(entry ->
                        entry.getKey().contains(text) || entry.getValue().contains(text))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** All that we keep, by name: files, Temporal as it answers, the journal. Not what agents made: their work. */
    private Map<String, String> kept(String run) throws IOException {
        Map<String, String> kept = new TreeMap<>();
        add(kept, home.state(), "");
        add(kept, home.root().resolve("logs"), "logs/");
        add(kept, project.root().resolve(".orchestrator"), "shop/.orchestrator/");
        TemporalHttp temporal = new TemporalHttp(home);
        StringBuilder answers = new StringBuilder();
        for (String workflow : temporal.workflows()) {
            temporal.everythingOf(workflow).forEach(node -> {
                answers.append(node);
                TemporalHttp.payloads(node).forEach(payload -> answers.append(latin(payload)));
            });
        }
        kept.put("temporal", answers.toString());
        StringBuilder journal = new StringBuilder();
        for (String object : project.git("rev-list", "--objects", "--no-object-names", "refs/lindy/runs/" + run)
                .lines()
                .toList()) {
            if (!project.git("cat-file", "-t", object).equals("tree")) {
                journal.append(project.git("cat-file", "-p", object));
            }
        }
        kept.put("journal", journal.toString());
        kept.put("merges", project.git("log", "--first-parent", "--format=%B", "refs/lindy/goal/" + run));
        return kept;
    }

    private static void add(Map<String, String> kept, Path folder, String prefix) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile).forEach(file -> {
                String name = folder.relativize(file).toString();
                boolean theirs = name.startsWith("worktrees/") || name.matches("agents/sessions/.*/plan");
                if (!theirs && !name.endsWith(".lindy/environment.json")) {
                    try {
                        kept.put(prefix + name, latin(Files.readAllBytes(file)));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
            });
        }
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}

package dev.lindy.project.tracker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a {@code gh} that plays what it is told and writes down how it was called, an argument a line. */
class GitHubIssuesIT {

    private static final String ONE =
            "{\"number\": 42, \"title\": \"Refresh tokens\", \"body\": \"b\", \"labels\": [], \"state\": \"OPEN\", \"url\": \"u\"}";

    private Path root;

    @BeforeEach
    void folder(@TempDir Path folder) throws IOException {
        root = folder.toRealPath();
        Files.createDirectories(root.resolve("bin"));
        play(0, "", "");
    }

    private void play(int exit, String out, String err) throws IOException {
        Files.writeString(root.resolve("out"), out);
        Files.writeString(root.resolve("err"), err);
        Path gh = Files.writeString(root.resolve("bin/gh"), """
                #!/bin/sh
                printf '%%s\\n' "$@" > "%1$s/arguments"
                cat > "%1$s/input"
                cat "%1$s/out"
                cat "%1$s/err" >&2
                exit %2$d
                """.formatted(root, exit));
        assertThat(gh.toFile().setExecutable(true)).isTrue();
    }

    private GitHubIssues issues(String repository) {
        return new GitHubIssues(root, Map.of("PATH", root.resolve("bin") + ":/usr/bin:/bin"), repository);
    }

    private List<String> arguments() throws IOException {
        return Files.readAllLines(root.resolve("arguments"));
    }

    private static String sample() throws IOException {
        try (InputStream in = GitHubIssuesIT.class.getResourceAsStream("/samples/gh-issue-list.json")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void listsIssuesWithTheLabelsOfTheRepository() throws IOException, TrackerException {
        play(0, sample(), "");

        List<Issue> found = issues("harbor-org/harbor").list(List.of("orchestrator", "auth; rm -rf /"), "open", 20);

        assertThat(found)
                .extracting(Issue::id, Issue::title, Issue::labels, Issue::status)
                .containsExactly(
                        tuple("42", "Refresh tokens", List.of("orchestrator", "auth"), "open"),
                        tuple("43", "Empty body", List.of(), "open"));
        assertThat(arguments())
                .containsExactly(
                        "issue",
                        "list",
                        "--state",
                        "open",
                        "--limit",
                        "20",
                        "--json",
                        "number,title,body,labels,state,url",
                        "--label",
                        "orchestrator,auth; rm -rf /",
                        "--repo",
                        "harbor-org/harbor");
    }

    @Test
    void makesGoalsOfTitleAndBody() throws IOException, TrackerException {
        play(0, sample(), "");

        assertThat(issues("").list(List.of(), "all", 5))
                .extracting(Issue::goal)
                .containsExactly("Refresh tokens\n\nUsers are logged out every 15 minutes.", "Empty body");
        assertThat(arguments()).doesNotContain("--label", "--repo");
    }

    @Test
    void readsOneIssueByItsNumber() throws IOException, TrackerException {
        play(0, ONE, "");

        assertThat(issues("").find("#42").title()).isEqualTo("Refresh tokens");
        assertThat(arguments()).startsWith("issue", "view", "42");
    }

    @Test
    void takesNoOptionForANumber() throws IOException {
        assertThatThrownBy(() -> issues("").find("--web"))
                .isInstanceOf(TrackerException.class)
                .hasMessage("`--web` is no number of an issue");
        assertThat(root.resolve("arguments")).doesNotExist();
    }

    @Test
    void sendsACommentThroughStandardInputAndCloses() throws IOException, TrackerException {
        play(0, ONE, "");
        Issue issue = issues("").find("42");

        issues("").comment(issue, "-- $(done) `x`\n");
        assertThat(arguments()).containsExactly("issue", "comment", "42", "--body-file", "-");
        assertThat(root.resolve("input")).hasContent("-- $(done) `x`\n");

        issues("").close(issue);
        assertThat(arguments()).containsExactly("issue", "close", "42");
    }

    @Test
    void saysThatGhIsNotInstalled() {
        GitHubIssues none = new GitHubIssues(root, Map.of("PATH", "/nowhere"), "");

        assertThatThrownBy(() -> none.list(List.of(), "open", 5))
                .isInstanceOf(TrackerException.class)
                .hasMessage("could not list issues: `gh` is not installed (looked in PATH)");
    }

    @Test
    void saysThatNobodyIsLoggedIn() throws IOException {
        play(4, "", "To get started with GitHub CLI, please run:  gh auth login\n");

        assertThatThrownBy(() -> issues("").list(List.of(), "open", 5))
                .isInstanceOfSatisfying(
                        TrackerException.class, e -> assertThat(e.hint()).isEqualTo("log in with `gh auth login`"))
                .hasMessage("could not list issues: `gh` is not logged in");
    }

    @Test
    void passesOnWhatGhComplainsOf() throws IOException {
        play(1, "", "GraphQL: Could not resolve to an issue with the number of 9. (repository.issue)\n");

        assertThatThrownBy(() -> issues("").find("9"))
                .hasMessage("could not read issue 9:"
                        + " GraphQL: Could not resolve to an issue with the number of 9. (repository.issue)");
    }

    @Test
    void saysThatTheAnswerIsNoJson() throws IOException {
        play(0, "<html>", "");

        assertThatThrownBy(() -> issues("").list(List.of(), "open", 5))
                .hasMessage("could not list issues: `gh` did not answer with JSON");
    }
}

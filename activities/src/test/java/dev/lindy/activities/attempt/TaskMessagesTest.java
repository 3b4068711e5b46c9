package dev.lindy.activities.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.activities.run.RunContext;
import dev.lindy.activity.ArtifactPlan;
import dev.lindy.activity.Dispatch;
import dev.lindy.activity.RunRef;
import dev.lindy.plan.TaskId;
import dev.lindy.project.config.ProjectConfig;
import dev.lindy.project.mailbox.Mailbox;
import dev.lindy.project.mailbox.Message;
import dev.lindy.project.mailbox.Priority;
import dev.lindy.run.ArtifactRef;
import dev.lindy.run.BaseRef;
import dev.lindy.run.RunId;
import dev.lindy.run.TaskState;
import dev.lindy.run.TaskStatus;
import dev.lindy.state.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Messages reach each attempt once. */
class TaskMessagesTest {

    private static final RunId RUN = RunId.of("0badcafe");

    private RunContext run;
    private Mailbox mailbox;
    private Path project;

    @BeforeEach
    void run(@TempDir Path root) throws IOException {
        project = Files.createDirectories(root.toRealPath().resolve("project"));
        run = new RunContext(
                new RunRef(RUN, "goal-0badcafe", project.toString()),
                new RunFolder(root.resolve("run")),
                ProjectConfig.defaults(),
                Map.of("API_TOKEN", "s3cret-s3cret"));
        mailbox = new Mailbox(project, ".orchestrator/mailbox");
    }

    private void send(String content) throws IOException {
        mailbox.send(Message.request("web-ui", "api", content, Priority.HIGH, Instant.EPOCH));
    }

    private List<String> told(int task, int attempt, int part, boolean resumed) {
        TaskId id = TaskId.of(task);
        Dispatch request = new Dispatch(
                run.ref(),
                new ArtifactPlan(
                        new ArtifactRef("plan.json", "0".repeat(64), 1),
                        new BaseRef("main", "0123456789012345678901234567890123456789"),
                        "af/goal-0badcafe"),
                id,
                attempt,
                part,
                new TaskState(id, 1, TaskStatus.WORKING, List.of(), null, null, null),
                "session",
                resumed,
                null,
                0);
        return new TaskMessages(run, request, "api").lines(resumed);
    }

    @Test
    void tellsAMessageInTheWordsOfTheOriginalAndMarksItAsRead() throws IOException {
        send("Please expose the expiry.");

        assertThat(told(1, 1, 0, false)).containsExactly("**From web-ui** [HIGH] (request): Please expose the expiry.");

        assertThat(mailbox.inbox("api").messages()).extracting(Message::status).containsExactly("read");
    }

    @Test
    void tellsTheSameAgainWhenTheSameDispatchIsDeliveredTwice() throws IOException {
        send("first");
        List<String> first = told(1, 1, 0, false);
        send("second");

        assertThat(told(1, 1, 0, false)).isEqualTo(first).hasSize(1);
    }

    @Test
    void tellsAConversationThatGoesOnOnlyWhatIsNew() throws IOException {
        send("first");
        told(1, 1, 0, false);
        send("second");

        assertThat(told(1, 2, 0, true)).singleElement().asString().endsWith("second");
        assertThat(told(1, 3, 0, true)).isEmpty();
    }

    @Test
    void tellsAConversationThatBeginsAnewWhatEarlierAttemptsWereTold() throws IOException {
        told(1, 1, 0, false);
        send("first");
        told(1, 1, 1, true);
        send("second");

        assertThat(told(1, 2, 0, false))
                .hasSize(2)
                .satisfies(lines -> assertThat(lines.get(0)).endsWith("first"))
                .satisfies(lines -> assertThat(lines.get(1)).endsWith("second"));
    }

    @Test
    void tellsNoOtherTaskOfTheModule() throws IOException {
        send("first");
        told(1, 1, 0, false);

        assertThat(told(2, 1, 0, false)).isEmpty();
    }

    @Test
    void keepsNoSecretInTheEvidence() throws IOException {
        send("the token is s3cret-s3cret");

        told(1, 1, 0, false);

        assertThat(Files.readString(run.folder().attempt(TaskId.of(1), 1).resolve("messages.json")))
                .doesNotContain("s3cret-s3cret");
    }

    @Test
    void keepsNoTaskFromItsWorkWhereTheMailboxCannotBeRead() throws IOException {
        Path outside = Files.createDirectories(project.resolveSibling("outside"));
        Files.createDirectories(project.resolve(".orchestrator"));
        Files.createSymbolicLink(project.resolve(".orchestrator/mailbox"), outside);

        assertThat(told(1, 1, 0, false)).isEmpty();
    }
}

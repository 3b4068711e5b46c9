package dev.lindy.project.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.lindy.project.file.LeadsOutException;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailboxTest {

    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    private Path root;
    private Mailbox mailbox;
    private Path inbox;

    @BeforeEach
    void mailbox(@TempDir Path folder) throws IOException {
        root = folder.toRealPath();
        mailbox = new Mailbox(root, ".orchestrator/mailbox");
        inbox = root.resolve(".orchestrator/mailbox/api.jsonl");
    }

    private void sample() throws IOException {
        Files.createDirectories(inbox.getParent());
        Files.write(inbox, resource("mailbox.api.jsonl"));
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = MailboxTest.class.getResourceAsStream("/samples/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }

    private Message send(String content) throws IOException {
        Message message = Message.request("web-ui", "api", content, Priority.NORMAL, NOW);
        mailbox.send(message);
        return message;
    }

    @Test
    void readsTheInboxOfTheOriginalAsTheOriginalDoes() throws IOException {
        sample();
        ArrayNode pending = JsonNodeFactory.instance.arrayNode();

        mailbox.inbox("api").pending().forEach(message -> pending.add(message.toJson()));

        assertThat(pending).isEqualTo(JSON.readTree(resource("expected/mailbox.api.pending.json")));
        assertThat(mailbox.inbox("api").unreadable()).containsExactly(4);
    }

    @Test
    void writesTheFieldsOfTheOriginalInItsOrder() throws IOException {
        Message message = send("Please");

        JsonNode line = JSON.readTree(Files.readString(inbox));

        List<String> names = new ArrayList<>();
        line.fieldNames().forEachRemaining(names::add);
        assertThat(names)
                .containsExactly(
                        "id",
                        "from_module",
                        "to_module",
                        "content",
                        "message_type",
                        "priority",
                        "status",
                        "created_at",
                        "in_reply_to",
                        "task_id");
        assertThat(mailbox.inbox("api").messages()).containsExactly(message);
        assertThat(message.id()).matches("[0-9a-f]{8}");
    }

    @Test
    void beginsALineOfItsOwnAfterOneThatWasCutOff() throws IOException {
        sample();
        Files.writeString(inbox, Files.readString(inbox).stripTrailing());

        Message message = send("after the cut");

        assertThat(mailbox.inbox("api").pending()).hasSize(3).contains(message);
    }

    @Test
    void acknowledgesInPlaceAndChangesNothingElse() throws IOException {
        sample();
        byte[] before = Files.readAllBytes(inbox);

        assertThat(mailbox.acknowledge("api", "c0ffee01")).isTrue();

        assertThat(Files.size(inbox)).isEqualTo(before.length);
        List<String> lines = Files.readAllLines(inbox);
        assertThat(JSON.readTree(lines.get(0)).path("status").asText()).isEqualTo("acknowledged");
        assertThat(lines.subList(1, 4))
                .isEqualTo(new String(before, StandardCharsets.UTF_8)
                        .lines()
                        .toList()
                        .subList(1, 4));
        assertThat(mailbox.acknowledge("api", "00000000")).isFalse();
    }

    @Test
    void acknowledgesItsOwnMessages() throws IOException {
        Message message = send("ü".repeat(100));

        assertThat(mailbox.acknowledge("api", message.id())).isTrue();

        assertThat(mailbox.inbox("api").messages()).extracting(Message::status).containsExactly("acknowledged");
    }

    @Test
    void takesTheShorterWordWhereTheLineHasNoRoom() throws IOException {
        Files.createDirectories(inbox.getParent());
        Files.writeString(inbox, "{\"id\":\"aa\",\"content\":\"x\",\"status\":\"pending\",\"mine\":1}\n");

        assertThat(mailbox.acknowledge("api", "aa")).isTrue();

        assertThat(JSON.readTree(Files.readString(inbox)))
                .isEqualTo(JSON.readTree("{\"id\":\"aa\",\"content\":\"x\",\"status\":\"read\",\"mine\":1}"));
    }

    @Test
    void deliversAMessageOnceTheMostUrgentFirst() throws IOException {
        send("first");
        mailbox.send(Message.request("web-ui", "api", "now", Priority.URGENT, NOW));
        send("last");
        List<Message> kept = new ArrayList<>();

        List<Message> due = mailbox.deliver("api", 2, kept::addAll);

        assertThat(due).extracting(Message::content).containsExactly("now", "first");
        assertThat(kept).isEqualTo(due);
        assertThat(mailbox.deliver("api", 2, kept::addAll))
                .extracting(Message::content)
                .containsExactly("last");
        assertThat(mailbox.deliver("api", 2, kept::addAll)).isEmpty();
    }

    @Test
    void deliversAgainWhatNobodyCouldRemember() throws IOException {
        send("first");

        assertThatThrownBy(() -> mailbox.deliver("api", 2, due -> {
                    throw new IllegalStateException("disk full");
                }))
                .hasMessage("disk full");

        assertThat(mailbox.inbox("api").pending()).hasSize(1);
    }

    @Test
    void losesNothingOfManyThatSendAckAndAppendAtOnce() throws IOException {
        Message first = send("first");
        IntStream.range(0, 400).parallel().forEach(n -> {
            try {
                if (n % 4 == 0) {
                    mailbox.acknowledge("api", first.id());
                } else if (n % 4 == 1) {
                    // an agent, which knows no lock
                    Files.writeString(
                            inbox,
                            "{\"id\": \"agent" + n + "\", \"content\": \"c\", \"status\": \"pending\"}\n",
                            StandardOpenOption.APPEND);
                } else {
                    new Mailbox(root, ".orchestrator/mailbox")
                            .send(Message.request("web-ui", "api", "n" + n, Priority.LOW, NOW));
                }
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });

        assertThat(mailbox.inbox("api").unreadable()).isEmpty();
        assertThat(mailbox.inbox("api").pending()).hasSize(300);
    }

    @Test
    void namesInboxesSoThatTheyStayInTheFolder() throws IOException {
        mailbox.send(Message.request("cli", "../../etc", "x", Priority.LOW, NOW));
        mailbox.send(Message.request("cli", "*", "x", Priority.LOW, NOW));

        assertThat(inbox.resolveSibling("..-..-etc.jsonl")).exists();
        assertThat(inbox.resolveSibling("root.jsonl")).exists();
    }

    @Test
    void writesThroughNoLink(@TempDir Path outside) throws IOException {
        Path target = Files.writeString(outside.resolve("target"), "mine\n");
        Files.createDirectories(inbox.getParent());
        Files.createSymbolicLink(inbox, target);

        assertThatThrownBy(() -> send("x")).isInstanceOf(LeadsOutException.class);
        assertThat(target).hasContent("mine\n");
    }

    @Test
    void refusesAHugeInbox() throws IOException {
        Files.createDirectories(inbox.getParent());
        try (var file = new RandomAccessFile(inbox.toFile(), "rw")) {
            file.setLength(50L << 20);
        }

        assertThatThrownBy(() -> mailbox.inbox("api"))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining("it is larger than");
    }

    @Test
    void isEmptyWhereThereIsNoInbox() throws IOException {
        assertThat(mailbox.inbox("api").messages()).isEmpty();
        assertThat(mailbox.acknowledge("api", "aa")).isFalse();
        assertThat(inbox.getParent()).doesNotExist();
    }
}

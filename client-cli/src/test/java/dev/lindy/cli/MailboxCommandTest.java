package dev.lindy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailboxCommandTest {

    private Cli cli;
    private Path inbox;

    @BeforeEach
    void project(@TempDir Path root) throws IOException {
        cli = new Cli(root.toRealPath());
        inbox = cli.directory.resolve(".orchestrator/mailbox/api.jsonl");
        Files.createDirectories(inbox.getParent());
        Files.writeString(
                cli.directory.resolve("orchestrator.yaml"),
                "modules: [{name: api, path: api}, {name: web, path: web}]\n");
        Files.writeString(inbox, """
                {"id": "c0ffee01", "from_module": "web", "to_module": "api", "content": "Expose\\nthe \\u001b[2Jexpiry", "message_type": "request", "priority": "high", "status": "pending", "created_at": "2026-05-14T08:00:00+00:00", "in_reply_to": null, "task_id": null}
                {"id": "c0ffee02", "from_module": "web", "to_module": "api", "content": "Old", "message_type": "notification", "priority": "normal", "status": "acknowledged", "created_at": "2026-05-14T08:05:00+00:00", "in_reply_to": null, "task_id": 7}
                {"id": "c0ffee04", "from_module":
                """);
    }

    @Test
    void countsWhatWaits() {
        Golden.check("mailbox", cli.run("mailbox").snapshot());
        Golden.check("mailbox-counts-json", cli.run("mailbox", "--json").snapshot());
    }

    @Test
    void knowsNoNumberForAnInboxThatCannotBeRead() throws IOException {
        Files.write(inbox, new byte[(8 << 20) + 1]);

        assertThat(cli.run("mailbox", "--json").out()).contains("\"api\": null", "\"web\": 0");
        assertThat(cli.run("mailbox").out()).contains("api     ?");
        assertThat(cli.run("status", "--json").out()).contains("\"api\": null");
        assertThat(cli.run("status").err()).contains("the mailbox of module `api` cannot be read");
        Cli.Result shown = cli.run("mailbox", "api");
        assertThat(shown.exitCode()).isEqualTo(2);
        assertThat(shown.err()).contains("could not read `.orchestrator/mailbox/api.jsonl`: it is larger than 8 MB");
    }

    @Test
    void sendsNothingIntoWhatIsNoFile() throws IOException {
        Files.delete(inbox);
        Files.createDirectory(inbox);

        Cli.Result sent = cli.run("mailbox", "--send-to", "api", "-m", "Done");

        assertThat(sent.exitCode()).isEqualTo(2);
        assertThat(sent.err()).isEqualTo("error: could not send to `api`: it is no regular file\n");
    }

    @Test
    void showsWhatWaitsForAModule() {
        Golden.check("mailbox-api", cli.run("mailbox", "api").snapshot());
        Golden.check("mailbox-api-all", cli.run("mailbox", "api", "--all").snapshot());
        Golden.check("mailbox-api-json", cli.run("mailbox", "api", "--json").snapshot());
    }

    @Test
    void sendsAndAcknowledges() throws IOException {
        Cli.Result sent = cli.run("mailbox", "--send-to", "web", "--send-from", "api", "-m", "Done", "-p", "low");
        String id = sent.out().strip();

        assertThat(sent.exitCode()).isZero();
        assertThat(Files.readString(inbox.resolveSibling("web.jsonl")))
                .contains("\"id\":\"" + id + "\"", "\"from_module\":\"api\"", "\"priority\":\"low\"");
        assertThat(cli.run("mailbox", "web").out()).contains(id, "Done");

        Cli.Result acknowledged = cli.run("mailbox", "--ack", id);

        assertThat(acknowledged.err()).isEqualTo("acknowledged message `" + id + "` of `web`\n");
        assertThat(cli.run("mailbox", "web").out()).isEmpty();
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThat(cli.run("mailbox", "--send-to", "wbe", "-m", "x").err()).contains("no module `wbe`", "mean `web`");
        assertThat(cli.run("mailbox", "--send-to", "web").exitCode()).isEqualTo(2);
        assertThat(cli.run("mailbox", "-m", "x").err()).contains("a message needs a recipient and a text");
        assertThat(cli.run("mailbox", "--send-to", "web", "-m", "x", "-p", "asap")
                        .err())
                .contains("there is no priority `asap`");
        assertThat(cli.run("mailbox", "web", "--ack", "c0ffee01").err()).contains("no message `c0ffee01`");
        assertThat(inbox.resolveSibling("web.jsonl")).doesNotExist();
    }

    @Test
    void saysThatItIsOff() throws IOException {
        Files.writeString(cli.directory.resolve("orchestrator.yaml"), "mailbox: {enabled: false}\n");

        assertThat(cli.run("mailbox").err()).startsWith("the mailbox is off");
    }
}

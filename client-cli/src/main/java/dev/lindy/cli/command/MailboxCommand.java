package dev.lindy.cli.command;

import dev.lindy.cli.overview.MailboxView;
import dev.lindy.cli.problem.ExitCode;
import dev.lindy.cli.problem.UserProblem;
import dev.lindy.cli.project.Mailboxes;
import dev.lindy.cli.project.Project;
import dev.lindy.project.mailbox.Message;
import dev.lindy.project.mailbox.Priority;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends, shows and settles messages between modules. */
@Command(name = "mailbox", description = "Show, send and acknowledge messages between modules")
final class MailboxCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(arity = "0..1", paramLabel = "MODULE", description = "Show the messages that wait for this module")
    private @Nullable String module;

    @Option(names = "--all", description = "Show also messages that are read or acknowledged")
    private boolean all;

    @Option(
            names = "--ack",
            paramLabel = "ID",
            description = "Acknowledge this message; with MODULE, only one of that module (can be repeated)")
    private List<String> acks = List.of();

    @Option(names = "--send-to", paramLabel = "MODULE", description = "Send a message to this module")
    private @Nullable String sendTo;

    @Option(
            names = "--send-from",
            paramLabel = "NAME",
            description = "Send it in the name of a module; default: ${DEFAULT-VALUE}")
    private String sendFrom = "cli";

    @Option(
            names = {"-m", "--message"},
            paramLabel = "TEXT",
            description = "What to send")
    private @Nullable String message;

    @Option(
            names = {"-p", "--priority"},
            paramLabel = "WORD",
            description = "Send it as low, normal, high or urgent; default: ${DEFAULT-VALUE}")
    private String priority = "normal";

    @Option(names = "--json", description = "Print JSON")
    private boolean json;

    @Mixin
    private final ConfigOption config = new ConfigOption();

    MailboxCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Project project = context.project(config.file());
        if (!project.config().mailbox().enabled()) {
            context.console().result("the mailbox is off; set `mailbox.enabled: true` in orchestrator.yaml");
            return ExitCode.OK;
        }
        Mailboxes mailboxes = new Mailboxes(project);
        if (sendTo != null || message != null) {
            send(mailboxes);
        } else if (!acks.isEmpty()) {
            acks.forEach(id -> acknowledge(mailboxes, id));
        } else {
            show(mailboxes);
        }
        return ExitCode.OK;
    }

    private void send(Mailboxes mailboxes) {
        if (sendTo == null || message == null || message.isBlank()) {
            throw UserProblem.usage(
                    "a message needs a recipient and a text", "write `lindy mailbox --send-to MODULE -m TEXT`");
        }
        Priority urgency = Priority.of(priority)
                .orElseThrow(() -> UserProblem.usage(
                        "there is no priority `%s`".formatted(priority),
                        "take one of " + String.join(", ", Priority.words())));
        Message sent = Message.request(
                sendFrom, sendTo, message, urgency, context.caller().clock().instant());
        mailboxes.send(sent);
        if (json) {
            context.console().data(sent.toJson());
        } else {
            context.console().data(sent.id());
        }
        context.console().info("sent message `%s` to `%s`".formatted(sent.id(), sendTo));
    }

    private void acknowledge(Mailboxes mailboxes, String id) {
        String found = mailboxes
                .acknowledge(module, id)
                .orElseThrow(() -> UserProblem.usage(
                        "there is no message `%s`".formatted(id), "see them all with `lindy mailbox MODULE --all`"));
        context.console().result("acknowledged message `%s` of `%s`".formatted(id, found));
    }

    private void show(Mailboxes mailboxes) {
        MailboxView view = new MailboxView(context.console());
        if (module == null) {
            view.counts(mailboxes.pending(context.console()::warning), json);
        } else {
            view.messages(module, mailboxes.messages(module, all, context.console()::warning), json);
        }
    }
}

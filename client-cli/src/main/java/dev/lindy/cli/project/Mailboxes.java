package dev.lindy.cli.project;

import dev.lindy.cli.problem.ExitCode;
import dev.lindy.cli.problem.UserProblem;
import dev.lindy.document.NearMiss;
import dev.lindy.project.config.ModuleConfig;
import dev.lindy.project.config.ProjectConfig;
import dev.lindy.project.file.IoReason;
import dev.lindy.project.mailbox.Inbox;
import dev.lindy.project.mailbox.Mailbox;
import dev.lindy.project.mailbox.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The inboxes of a project's modules, for people. */
public final class Mailboxes {

    private final Project project;
    private final ProjectConfig.Mailbox config;
    private final Mailbox mailbox;

    public Mailboxes(Project project) {
        this.project = project;
        this.config = project.config().mailbox();
        this.mailbox = new Mailbox(project.root(), config.dir());
    }

    /** How many messages wait for each module, as {@link #pending}; empty where the project has no mailbox. */
    public static Map<String, OptionalInt> waiting(Project project) {
        Mailboxes mailboxes = new Mailboxes(project);
        boolean isThere =
                mailboxes.config.enabled() && Files.isDirectory(project.root().resolve(mailboxes.config.dir()));
        return isThere ? mailboxes.pending(unreadable -> {}) : Map.of();
    }

    /**
     * How many messages wait for each module, in config order; no number where that cannot be read.
     *
     * @param warnings told which inboxes, or lines of them, cannot be read
     */
    public Map<String, OptionalInt> pending(Consumer<String> warnings) {
        Map<String, OptionalInt> counts = new LinkedHashMap<>();
        for (String name : project.config().moduleNames()) {
            try {
                counts.put(name, OptionalInt.of(read(name, warnings).pending().size()));
            } catch (IOException e) {
                warnings.accept(unreadable(name, e));
                counts.put(name, OptionalInt.empty());
            }
        }
        return counts;
    }

    /** Messages that wait for a module, or all that it ever got; an inbox that cannot be read is a {@link UserProblem}. */
    public List<Message> messages(String module, boolean all, Consumer<String> warnings) {
        require(module);
        try {
            Inbox inbox = read(module, warnings);
            return all ? inbox.messages() : inbox.pending();
        } catch (IOException e) {
            throw UserProblem.of(
                    ExitCode.USAGE, unreadable(module, e), "move the file away; the next message makes a new one", e);
        }
    }

    private Inbox read(String module, Consumer<String> warnings) throws IOException {
        Inbox inbox = mailbox.inbox(module);
        inbox.unreadable().forEach(line -> warnings.accept("%s:%d: this is no message".formatted(path(module), line)));
        return inbox;
    }

    private String unreadable(String module, IOException problem) {
        return "could not read `%s`: %s".formatted(path(module), IoReason.of(problem));
    }

    private String path(String module) {
        return config.dir() + "/" + Mailbox.fileName(module);
    }

    /** Sends a message; a recipient that is no module is a {@link UserProblem}. */
    public void send(Message message) {
        require(message.to());
        if (message.content().length() > Mailbox.MAX_CONTENT) {
            throw UserProblem.usage("a message has at most %d characters".formatted(Mailbox.MAX_CONTENT), null);
        }
        try {
            mailbox.send(message);
        } catch (IOException e) {
            throw failed("send to `" + message.to() + "`", e);
        }
    }

    /**
     * Says that a message is settled.
     *
     * @param module whose inbox it is in, or null to look in all
     * @return the module, or empty where there is no such message
     */
    public Optional<String> acknowledge(@Nullable String module, String id) {
        if (module != null) {
            require(module);
        }
        for (String name : module == null ? known() : List.of(module)) {
            try {
                if (mailbox.acknowledge(name, id)) {
                    return Optional.of(name);
                }
            } catch (IOException e) {
                throw failed("acknowledge `" + id + "` of `" + name + "`", e);
            }
        }
        return Optional.empty();
    }

    private List<String> known() {
        List<String> known = new ArrayList<>(project.config().moduleNames());
        if (!known.contains("root")) {
            known.add("root");
        }
        return known;
    }

    private void require(String module) {
        if (!known().contains(module) && !ModuleConfig.isReserved(module)) {
            throw UserProblem.usage("there is no module `%s`".formatted(module), NearMiss.hint(module, known()));
        }
    }

    private static UserProblem failed(String what, IOException e) {
        return UserProblem.of(ExitCode.USAGE, "could not " + what + ": " + IoReason.of(e), null, e);
    }
}

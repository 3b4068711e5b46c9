package dev.lindy.project.mailbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lindy.project.file.ProjectFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The inboxes of a project's modules, one JSONL file each. Messages are appended in one write; a status is changed in
 * its place, so that neither loses what others append at the same time.
 */
public final class Mailbox {

    /** Most characters of a message that is sent. */
    public static final int MAX_CONTENT = 64 << 10;

    /** Room for the longest status, so that it can be written in its place later. */
    private static final String ROOM = " ".repeat(Message.ACKNOWLEDGED.length() - Message.PENDING.length());

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ProjectFiles files;
    private final String folder;

    /** @param folder as the config has it, seen from the project's root */
    public Mailbox(Path root, String folder) {
        this.files = new ProjectFiles(root);
        this.folder = folder;
    }

    /** Name of a module's inbox: the module's, without what leads elsewhere. */
    public static String fileName(String module) {
        return module.replace("*", "root").replace('/', '-') + ".jsonl";
    }

    private String path(String module) {
        return folder + "/" + fileName(module);
    }

    /** Everything in a module's inbox; empty where it has none. */
    public Inbox inbox(String module) throws IOException {
        try {
            return Inbox.of(InboxLine.of(files.read(path(module), InboxFile.MAX_BYTES)));
        } catch (NoSuchFileException none) {
            return new Inbox(List.of(), List.of());
        }
    }

    /** Appends a message to the inbox of its recipient, which is made where it is missing. */
    public void send(Message message) throws IOException {
        Path file = files.inside(path(message.to()));
        Files.createDirectories(file.getParent());
        try (InboxFile inbox = InboxFile.open(file)) {
            inbox.append((line(message) + ROOM).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String line(Message message) {
        try {
            return JSON.writeValueAsString(message.toJson());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("could not write a message", e);
        }
    }

    /**
     * Says that a message is settled. A line that has no room for the word gets the shorter {@code read}.
     *
     * @return whether there is such a message
     */
    public boolean acknowledge(String module, String id) throws IOException {
        return mark(module, Set.of(id), Message.ACKNOWLEDGED) > 0;
    }

    /**
     * Gives out messages that wait, the most urgent first: whoever asks next does not get them.
     *
     * @param most messages at a time
     * @param keep remembers them, before anybody can see them as read; a crash in between delivers them twice
     */
    public List<Message> deliver(String module, int most, Consumer<List<Message>> keep) throws IOException {
        List<Message> waiting = inbox(module).pending();
        if (waiting.isEmpty()) {
            return List.of();
        }
        try (InboxFile file = InboxFile.open(files.inside(path(module)))) {
            byte[] content = file.read();
            List<InboxLine> lines = InboxLine.of(content);
            List<Message> due = Inbox.of(lines).pending().stream()
                    .sorted(Comparator.comparing(Message::urgency))
                    .limit(most)
                    .toList();
            keep.accept(due);
            mark(file, content, lines, ids(due), Message.READ);
            return due;
        }
    }

    /** Says of messages that they are read, where they still wait. */
    public void read(String module, List<Message> messages) throws IOException {
        Set<String> waiting = ids(inbox(module).pending());
        waiting.retainAll(ids(messages));
        if (!waiting.isEmpty()) {
            mark(module, waiting, Message.READ);
        }
    }

    private static Set<String> ids(List<Message> messages) {
        return messages.stream().map(Message::id).collect(Collectors.toSet());
    }

    private int mark(String module, Set<String> ids, String status) throws IOException {
        if (inbox(module).messages().stream().noneMatch(message -> ids.contains(message.id()))) {
            return 0;
        }
        try (InboxFile file = InboxFile.open(files.inside(path(module)))) {
            byte[] content = file.read();
            return mark(file, content, InboxLine.of(content), ids, status);
        }
    }

    private static int mark(InboxFile file, byte[] content, List<InboxLine> lines, Set<String> ids, String status)
            throws IOException {
        int marked = 0;
        for (InboxLine line : lines) {
            Message message = line.message();
            if (message != null && ids.contains(message.id())) {
                marked++;
                Optional<byte[]> changed = line.withStatus(content, List.of(status, Message.READ));
                if (changed.isPresent()) {
                    file.overwrite(line.offset(), changed.get());
                }
            }
        }
        return marked;
    }
}

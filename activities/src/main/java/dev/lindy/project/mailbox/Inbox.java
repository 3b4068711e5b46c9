package dev.lindy.project.mailbox;

import java.util.List;

/**
 * What is in an inbox.
 *
 * @param messages in the order of the file
 * @param unreadable numbers of lines that are no messages
 */
public record Inbox(List<Message> messages, List<Integer> unreadable) {

    public Inbox {
        messages = List.copyOf(messages);
        unreadable = List.copyOf(unreadable);
    }

    static Inbox of(List<InboxLine> lines) {
        return new Inbox(
                lines.stream()
                        .map(InboxLine::message)
                        .filter(message -> message != null)
                        .toList(),
                lines.stream()
                        .filter(line -> line.message() == null)
                        .map(InboxLine::number)
                        .toList());
    }

    public List<Message> pending() {
        return messages.stream().filter(Message::isPending).toList();
    }
}

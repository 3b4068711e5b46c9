package dev.lindy.cli.overview;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lindy.cli.view.Console;
import dev.lindy.cli.view.Sanitizer;
import dev.lindy.cli.view.Style;
import dev.lindy.cli.view.TextTable;
import dev.lindy.cli.view.TextTable.Cell;
import dev.lindy.project.mailbox.Message;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** What {@code mailbox} shows. */
public final class MailboxView {

    private final Console console;

    public MailboxView(Console console) {
        this.console = console;
    }

    /** How many messages wait for each module, where that is known. */
    public void counts(Map<String, OptionalInt> pending, boolean json) {
        if (json) {
            ObjectNode counts = JsonNodeFactory.instance.objectNode();
            write(pending, counts);
            console.data(counts);
            return;
        }
        TextTable table = new TextTable("MODULE", "PENDING");
        pending.forEach((module, count) -> table.row(
                new Cell(Style.LITERAL, Sanitizer.line(module)),
                Cell.of(count.isPresent() ? Integer.toString(count.getAsInt()) : "?")));
        if (!table.isEmpty()) {
            table.lines(console.dataColors()).forEach(console::data);
        }
    }

    /** Writes a number for each module, or null where it is not known. */
    public static void write(Map<String, OptionalInt> pending, ObjectNode json) {
        pending.forEach((module, count) -> json.put(module, count.isPresent() ? count.getAsInt() : null));
    }

    /** Messages of one module; in JSON a list of the original's objects. */
    public void messages(String module, List<Message> messages, boolean json) {
        if (json) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            messages.forEach(message -> array.add(message.toJson()));
            console.data(array);
        } else if (messages.isEmpty()) {
            console.info("no messages for `%s`".formatted(Sanitizer.line(module)));
        } else {
            messages.forEach(this::message);
        }
    }

    private void message(Message message) {
        console.data("%s %s from %s, %s %s%s:"
                .formatted(
                        console.dataColors().paint(Style.LITERAL, Sanitizer.line(message.id())),
                        Sanitizer.line(message.createdAt()),
                        Sanitizer.line(message.from()),
                        Sanitizer.line(message.priority()),
                        Sanitizer.line(message.type()),
                        message.isPending() ? "" : ", " + Sanitizer.line(message.status())));
        Sanitizer.block(message.content()).lines().forEach(line -> console.data("    " + line));
    }
}

package dev.lindy.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lindy.cli.engine.EnginePicture;
import dev.lindy.cli.view.Console;
import dev.lindy.cli.view.Sanitizer;
import dev.lindy.cli.view.Style;
import dev.lindy.cli.view.TextTable;
import dev.lindy.cli.view.TextTable.Cell;
import dev.lindy.payload.Payloads;

/** What runs on this host, as text or JSON. */
final class EngineText {

    private final Console console;

    EngineText(Console console) {
        this.console = console;
    }

    void print(EnginePicture picture, boolean json) {
        if (json) {
            ObjectMapper mapper = Payloads.mapper();
            JsonNode tree = mapper.valueToTree(picture);
            console.data(tree);
            return;
        }
        TextTable table = new TextTable("WHAT", "PID", "WHERE", "MORE");
        EnginePicture.Server server = picture.engine();
        if (server != null) {
            table.row(
                    Cell.of(server.kind() + " engine"),
                    Cell.of(server.pid() == null ? "-" : server.pid().toString()),
                    new Cell(Style.LITERAL, Sanitizer.line(server.address())),
                    Cell.of(Sanitizer.line(server.ui() == null ? "" : server.ui())));
        }
        for (EnginePicture.Worker worker : picture.workers()) {
            table.row(
                    Cell.of("Worker"),
                    Cell.of(Long.toString(worker.pid())),
                    worker.responds()
                            ? Cell.of("this host")
                            : new Cell(Style.FAILED, "does not respond; replace it with `lindy up`"),
                    Cell.of(Sanitizer.line(worker.identity())));
        }
        for (EnginePicture.Agent agent : picture.agents()) {
            table.row(
                    Cell.of("agent"),
                    Cell.of(Long.toString(agent.pid())),
                    new Cell(Style.LITERAL, "run " + Sanitizer.line(agent.run())),
                    Cell.of(
                            agent.task() == 0
                                    ? "planning"
                                    : "task-%d, attempt %d".formatted(agent.task(), agent.attempt())));
        }
        if (table.isEmpty()) {
            console.info("nothing is running");
        } else {
            table.lines(console.dataColors()).forEach(console::data);
        }
    }
}

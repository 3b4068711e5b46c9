package dev.lindy.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of the managed server. */
final class ServerCommand {

    /** Without these the server looks at its queues 20 times a second, and every step waits for that. */
    private static final List<String> POLL_RATES = List.of(
            "history.transferProcessorMaxPollRPS=2000",
            "history.timerProcessorMaxPollRPS=2000",
            "history.visibilityProcessorMaxPollRPS=2000");

    /** WAL with NORMAL survives kill -9 of the server and is three times as fast as the default. */
    private static final List<String> PRAGMAS = List.of("journal_mode=WAL", "synchronous=NORMAL");

    private ServerCommand() {}

    static List<String> of(Path binary, Ports ports, String namespace, Path database) {
        List<String> command = new ArrayList<>(List.of(binary.toString(), "server", "start-dev"));
        command.addAll(List.of("--ip", "127.0.0.1"));
        command.addAll(List.of("--port", Integer.toString(ports.grpc())));
        command.addAll(List.of("--http-port", Integer.toString(ports.http())));
        command.addAll(List.of("--metrics-port", Integer.toString(ports.metrics())));
        command.addAll(List.of("--ui-port", Integer.toString(ports.ui())));
        command.addAll(List.of("--namespace", namespace, "--log-level", "warn", "--ui-disable-news-fetch"));
        command.addAll(List.of("--db-filename", database.toString()));
        PRAGMAS.forEach(pragma -> command.addAll(List.of("--sqlite-pragma", pragma)));
        POLL_RATES.forEach(rate -> command.addAll(List.of("--dynamic-config-value", rate)));
        return List.copyOf(command);
    }
}

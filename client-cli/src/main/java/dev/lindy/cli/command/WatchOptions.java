package dev.lindy.cli.command;

import picocli.CommandLine.Option;

/** How a run is shown while it goes on. */
final class WatchOptions {

    @Option(names = "--json", description = "Print one JSON object at the end")
    private boolean json;

    @Option(names = "--json-stream", description = "Print one JSON object per change")
    private boolean jsonStream;

    boolean json() {
        return json;
    }

    boolean jsonStream() {
        return jsonStream;
    }

    /** Whether standard output is for programs. */
    boolean machine() {
        return json || jsonStream;
    }
}

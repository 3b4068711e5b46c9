package dev.lindy.state;

import java.util.List;

/**
 * Every run of this host, newest first.
 *
 * @param problems runs that could not be read, one sentence each
 */
public record RunListing(List<RunPicture> runs, List<String> problems) {

    public RunListing {
        runs = List.copyOf(runs);
        problems = List.copyOf(problems);
    }
}

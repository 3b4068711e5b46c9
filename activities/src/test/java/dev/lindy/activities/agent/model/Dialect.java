package dev.lindy.activities.agent.model;

import com.fasterxml.jackson.databind.JsonNode;

/** How a CLI talks to its model: requests in, server-sent events out. */
interface Dialect {

    /**
     * What a request holds.
     *
     * @param words of the user, the last ones
     * @param results of tools since then
     * @param shell name of the tool that runs commands, or empty where there is none
     */
    record Turn(String words, int results, String shell) {}

    boolean speaksAt(String path);

    Turn turn(JsonNode request);

    /** The model wants a command to be run. */
    String shell(Turn turn, String command);

    /** The model has nothing more to do. */
    String done();
}

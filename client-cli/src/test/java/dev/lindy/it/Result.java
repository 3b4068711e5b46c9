package dev.lindy.it;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lindy.payload.Payloads;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What a command did. */
record Result(int exit, String stdout, String stderr) {

    /** Standard output as JSON. */
    JsonNode json() {
        try {
            return Payloads.mapper().readTree(stdout);
        } catch (IOException e) {
            throw new UncheckedIOException("this is no JSON: " + this, e);
        }
    }
}

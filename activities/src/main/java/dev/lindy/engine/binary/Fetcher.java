package dev.lindy.engine.binary;

import java.io.IOException;
import java.nio.file.Path;

/** One way to get the pinned executable. */
interface Fetcher {

    /** For messages, for instance {@code the archive}. */
    String source();

    /** Puts the executable somewhere below an empty folder; what it is worth is judged by the caller. */
    Path fetch(Path folder) throws IOException;
}

package dev.lindy.project.session;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lindy.payload.Payloads;
import dev.lindy.project.file.LeadsOutException;
import dev.lindy.project.file.ProjectFiles;
import dev.lindy.run.RunId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The append-only action log of a project, one JSON object a line, in the original's fields plus {@code
 * run_id} and {@code task_id}. Each line is one write at the end of the file, so that several processes can
 * append.
 */
public final class ActionLog {

    /** Longest output kept in a line. */
    public static final int MAX_OUTPUT = 5_000;

    private static final Logger LOG = LoggerFactory.getLogger(ActionLog.class);

    private final ProjectFiles files;
    private final String path;
    private final ObjectMapper json = Payloads.mapper();

    /** @param path as the config has it, seen from the project's root */
    public ActionLog(Path root, String path) {
        this.files = new ProjectFiles(root);
        this.path = path;
    }

    /** Appends one line; details and output that are empty are left out. */
    public void append(RunId run, String action, String result, Map<String, ?> details, @Nullable Object output) {
        ObjectNode line = json.createObjectNode();
        line.put("timestamp", Instant.now().toString());
        line.put("action", action);
        line.put("result", result);
        line.put("run_id", run.value());
        if (!details.isEmpty()) {
            line.set("details", json.valueToTree(details));
        }
        if (output != null) {
            line.set("output", json.valueToTree(output instanceof String text ? cut(text) : output));
        }
        append(line);
    }

    private void append(ObjectNode line) {
        try {
            Path file = files.inside(path);
            Files.createDirectories(file.getParent());
            byte[] bytes = (json.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8);
            try (FileChannel channel = FileChannel.open(
                    file,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.APPEND,
                    LinkOption.NOFOLLOW_LINKS)) {
                channel.write(ByteBuffer.wrap(bytes));
            }
        } catch (LeadsOutException e) {
            LOG.warn("the action log is not written: {}", e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("could not append to `" + path + "`", e);
        }
    }

    private static String cut(String text) {
        return text.length() <= MAX_OUTPUT ? text : text.substring(0, MAX_OUTPUT) + "\n... [TRUNCATED] ...";
    }
}

package dev.lindy.cli.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lindy.cli.problem.ExitCode;
import dev.lindy.cli.problem.UserProblem;
import dev.lindy.cli.project.Project;
import dev.lindy.cli.view.Sanitizer;
import dev.lindy.project.config.ProjectConfig;
import dev.lindy.project.file.IoReason;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The action log: one JSON object per line, append-only, also of the original. */
final class ActionLog {

    /** Only so much of a log's end is read. */
    private static final int MAX_BYTES = 8 << 20;

    private static final int MAX_DETAILS = 3;
    private static final int MAX_VALUE = 60;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    ActionLog(Path file) {
        this.file = file;
    }

    /** The log of a project, where its config has it. */
    static ActionLog of(Project project) {
        ProjectConfig.Logging logging = project.config().logging();
        return new ActionLog(project.root().resolve(logging.dir()).resolve(logging.logFile()));
    }

    Path file() {
        return file;
    }

    /**
     * The last lines, as they are.
     *
     * @throws UserProblem where the file cannot be read
     */
    List<String> last(int count) {
        return last(count, new LogFilter());
    }

    /** The last lines that are wanted, as they are. */
    List<String> last(int count, LogFilter filter) {
        if (!isThere()) {
            return List.of();
        }
        List<String> lines = tail().lines()
                .filter(line -> !line.isBlank() && matches(line, filter))
                .toList();
        return lines.subList(Math.max(0, lines.size() - count), lines.size());
    }

    /** A log that was never written is no mistake; a folder, pipe or loop of links in its place is one. */
    private boolean isThere() {
        try {
            if (!Files.readAttributes(file, BasicFileAttributes.class).isRegularFile()) {
                throw new FileSystemException(file.toString(), null, "it is no regular file");
            }
            return true;
        } catch (NoSuchFileException none) {
            return false;
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    static UserProblem unreadable(Path file, IOException e) {
        return UserProblem.of(
                ExitCode.USAGE, "could not read the action log `%s`: %s".formatted(file, IoReason.of(e)), null, e);
    }

    /** A line that is no entry is wanted only where all are. */
    static boolean matches(String line, LogFilter filter) {
        if (filter.isOpen()) {
            return true;
        }
        try {
            return filter.accepts(JSON.readTree(line));
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private String tail() {
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            long from = Math.max(0, log.length() - MAX_BYTES);
            log.seek(from);
            byte[] bytes = new byte[(int) (log.length() - from)];
            log.readFully(bytes);
            String text = new String(bytes, StandardCharsets.UTF_8);
            return from == 0 ? text : text.substring(text.indexOf('\n') + 1);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** A line for people: time, result, action, the first details. */
    static String text(String line, String ellipsis) {
        try {
            JsonNode entry = JSON.readTree(line);
            String time = entry.path("timestamp").asText("");
            return "%s %-7s %s%s"
                    .formatted(
                            Sanitizer.line(time.length() > 19 ? time.substring(0, 19) : time),
                            Sanitizer.cut(entry.path("result").asText("?"), 20, ellipsis),
                            Sanitizer.cut(entry.path("action").asText("?"), 40, ellipsis),
                            details(entry.path("details"), ellipsis));
        } catch (JsonProcessingException e) {
            return Sanitizer.cut(line, 200, ellipsis);
        }
    }

    private static String details(JsonNode details, String ellipsis) {
        List<String> parts = new ArrayList<>();
        for (Map.Entry<String, JsonNode> detail : details.properties()) {
            if (parts.size() == MAX_DETAILS) {
                break;
            }
            JsonNode value = detail.getValue();
            String text = value.isValueNode() ? value.asText() : value.toString();
            parts.add(Sanitizer.cut(detail.getKey(), MAX_VALUE, ellipsis) + "="
                    + Sanitizer.cut(text, MAX_VALUE, ellipsis));
        }
        return parts.isEmpty() ? "" : " " + String.join(" ", parts);
    }
}

package dev.lindy.project.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lindy.project.file.IoReason;
import dev.lindy.project.file.ProjectFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** What happened in one session, in the order of time; lines that are no events are left out. */
public final class SessionStream {

    /** Larger streams are not read. */
    private static final int MAX_BYTES = 64 << 20;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ProjectFiles files;
    private final Consumer<String> problems;

    /** @param problems told of streams that cannot be read, one sentence each */
    public SessionStream(ProjectFiles files, Consumer<String> problems) {
        this.files = files;
        this.problems = problems;
    }

    /** How much is wanted; each holds those before it. */
    public enum Depth {
        SUMMARY("summary.jsonl"),
        DECISIONS("decisions.jsonl"),
        TRANSCRIPT("transcript.jsonl");

        private final String file;

        Depth(String file) {
            this.file = file;
        }
    }

    /** Streams that version 0.15 keeps in the session's folder. */
    public List<SessionEvent> ofFolder(String folder, Depth depth) {
        List<SessionEvent> events = new ArrayList<>();
        for (Depth level : Depth.values()) {
            if (level.compareTo(depth) <= 0) {
                events.addAll(read(folder + "/" + level.file));
            }
        }
        return sorted(events);
    }

    /** Entries of the action log that carry the id of the run. */
    public List<SessionEvent> ofLog(String log, String run) {
        return sorted(read(log).stream()
                .filter(event -> event.json().path("run_id").asText("").equals(run))
                .toList());
    }

    private static List<SessionEvent> sorted(List<SessionEvent> events) {
        return events.stream().sorted(Comparator.comparing(SessionEvent::at)).toList();
    }

    private List<SessionEvent> read(String path) {
        List<SessionEvent> events = new ArrayList<>();
        try {
            new String(files.read(path, MAX_BYTES), StandardCharsets.UTF_8)
                    .lines()
                    .forEach(line -> parse(line, events));
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException e) {
            problems.accept("could not read `" + path + "`: " + IoReason.of(e));
        }
        return events;
    }

    private static void parse(String line, List<SessionEvent> events) {
        try {
            JsonNode json = JSON.readTree(line);
            if (json.isObject()) {
                events.add(SessionEvent.of(json));
            }
        } catch (JsonProcessingException cutOff) {
            // the original loses the ends of its streams
        }
    }
}

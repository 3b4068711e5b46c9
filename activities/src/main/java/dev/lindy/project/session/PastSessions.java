package dev.lindy.project.session;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.lindy.project.file.IoReason;
import dev.lindy.project.file.ProjectFiles;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the sessions of a project leniently: {@code <id>.json} of 0.6.0 and ours, {@code <id>/session.json} of 0.15.
 * Unknown keys are no fault.
 */
public final class PastSessions {

    /** Folder of sessions that were put aside. */
    public static final String ARCHIVE = "archive";

    /** Larger files count as unreadable. */
    private static final int MAX_BYTES = 8 << 20;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ProjectFiles files;
    private final String folder;

    /** @param folder as the config has it, seen from the project's root */
    public PastSessions(ProjectFiles files, String folder) {
        this.files = files;
        this.folder = folder;
    }

    /**
     * Sessions by id.
     *
     * @param problems by path, of those that cannot be read
     */
    public record Listing(List<PastSession> sessions, Map<String, String> problems) {

        public Listing {
            sessions = List.copyOf(sessions);
            problems = Collections.unmodifiableMap(new LinkedHashMap<>(problems));
        }

        /** Why the session whose id begins like that cannot be read, with its path; empty where there is no such file. */
        public Optional<String> problem(String id) {
            return problems.entrySet().stream()
                    .filter(problem -> idOf(problem.getKey()).startsWith(id))
                    .map(problem -> "`" + problem.getKey() + "`: " + problem.getValue())
                    .findFirst();
        }

        private static String idOf(String path) {
            String name = path.endsWith("/session.json") ? path.substring(0, path.lastIndexOf('/')) : path;
            return name.substring(name.lastIndexOf('/') + 1);
        }
    }

    public Listing list() {
        List<PastSession> sessions = new ArrayList<>();
        Map<String, String> problems = new LinkedHashMap<>();
        for (Path place : places(problems)) {
            String name = place.getFileName().toString();
            boolean isFolder = Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS);
            String path = folder + "/" + name + (isFolder ? "/session.json" : "");
            String id = isFolder ? name : name.substring(0, name.length() - ".json".length());
            try {
                sessions.add(session(id, place, JSON.readTree(files.read(path, MAX_BYTES))));
            } catch (NoSuchFileException none) {
                // a folder without session
            } catch (IOException e) {
                problems.put(path, "it cannot be read as a session, for " + reason(e));
            }
        }
        return new Listing(sessions, problems);
    }

    private List<Path> places(Map<String, String> problems) {
        List<Path> places = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(files.inside(folder))) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                boolean isFolder = Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS);
                if (isFolder ? !name.equals(ARCHIVE) : name.endsWith(".json") && !name.startsWith(".")) {
                    places.add(entry);
                }
            }
        } catch (NoSuchFileException | NotDirectoryException none) {
            return List.of();
        } catch (IOException e) {
            problems.put(folder, "it cannot be read: " + IoReason.of(e));
        }
        places.sort(Comparator.comparing(Path::toString));
        return places;
    }

    private static String reason(IOException problem) {
        if (problem instanceof JsonProcessingException broken) {
            JsonLocation at = broken.getLocation();
            return at == null ? "it is no JSON" : "it is no JSON from line " + at.getLineNr();
        }
        return IoReason.of(problem);
    }

    private static PastSession session(String id, Path place, JsonNode json) throws IOException {
        if (!json.isObject()) {
            throw new IOException("it is no JSON object");
        }
        JsonNode plan = json.path("plan_json");
        JsonNode said = plan.isTextual() ? JSON.readTree(plan.asText()) : plan;
        JsonNode tasks = said.path("tasks");
        return new PastSession(
                id,
                place,
                json.path("status").asText(""),
                json.path("goal").asText(""),
                IsoTime.parse(json.path("started_at").asText("")).orElse(null),
                IsoTime.parse(json.path("completed_at").asText("")).orElse(null),
                tasks.isArray() ? tasks : JsonNodeFactory.instance.arrayNode());
    }
}

package dev.lindy.cli.project;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lindy.project.config.ProjectConfig;
import dev.lindy.project.file.ProjectFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;

/** How many messages wait for each module. */
public final class Mailboxes {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final int MAX_BYTES = 8 << 20;

    private Mailboxes() {}

    /** Counts by module in config order; empty where the project has no mailbox. */
    public static Map<String, Integer> pending(Project project) {
        ProjectConfig.Mailbox mailbox = project.config().mailbox();
        ProjectFiles files = new ProjectFiles(project.root());
        Map<String, Integer> counts = new LinkedHashMap<>();
        if (mailbox.enabled() && Files.isDirectory(project.root().resolve(mailbox.dir()))) {
            project.config()
                    .moduleNames()
                    .forEach(name ->
                            counts.put(name, count(files, mailbox.dir() + "/" + name.replace('/', '-') + ".jsonl")));
        }
        return counts;
    }

    private static int count(ProjectFiles files, String file) {
        try {
            String text = new String(files.read(file, MAX_BYTES), StandardCharsets.UTF_8);
            return (int) text.lines().filter(Mailboxes::isPending).count();
        } catch (IOException e) {
            return 0;
        }
    }

    private static boolean isPending(String line) {
        try {
            return JSON.readTree(line).path("status").asText("").equals("pending");
        } catch (JsonProcessingException e) {
            return false;
        }
    }
}

package dev.lindy.activities.attempt;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.lindy.activities.prompt.AttemptPrompt;
import dev.lindy.activities.run.RunContext;
import dev.lindy.activity.Dispatch;
import dev.lindy.payload.Payloads;
import dev.lindy.project.config.ProjectConfig;
import dev.lindy.project.mailbox.Mailbox;
import dev.lindy.project.mailbox.Message;
import dev.lindy.state.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Messages of a task's module. Each is given out once; the attempt that got it remembers it, so that a repeated delivery
 * of its dispatch finds the same messages, and a conversation that begins anew those of earlier attempts.
 */
final class TaskMessages {

    private static final Logger LOG = LoggerFactory.getLogger(TaskMessages.class);
    private static final TypeReference<List<Message>> MESSAGES = new TypeReference<>() {};

    private final RunContext run;
    private final ProjectConfig.Mailbox config;
    private final Dispatch request;
    private final String module;
    private final Mailbox mailbox;

    TaskMessages(RunContext run, Dispatch request, String module) {
        this.run = run;
        this.config = run.config().mailbox();
        this.request = request;
        this.module = module;
        this.mailbox = new Mailbox(run.projectRoot(), config.dir());
    }

    /** What this start of the agent is told, a line each. A mailbox that cannot be read keeps no task from its work. */
    List<String> lines(boolean resumed) {
        if (!config.enabled() || !config.injectOnDispatch()) {
            return List.of();
        }
        List<Message> told = new ArrayList<>();
        if (!resumed) {
            earlier(told);
        }
        try {
            told.addAll(own());
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("messages for {} were not delivered to {}", module, request.task(), e);
        }
        return told.stream().map(Message::forAgents).toList();
    }

    private void earlier(List<Message> told) {
        Path own = file(request.attempt(), request.part());
        for (int attempt = 1; attempt <= request.attempt(); attempt++) {
            Path folder = run.folder().attempt(request.task(), attempt);
            if (Files.isDirectory(folder)) {
                records(folder).stream().filter(file -> !file.equals(own)).forEach(file -> told.addAll(read(file)));
            }
        }
    }

    private static List<Path> records(Path folder) {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "messages*.json")) {
            files.forEach(found::add);
        } catch (IOException e) {
            throw new UncheckedIOException("could not list `" + folder + "`", e);
        }
        found.sort(Comparator.naturalOrder());
        return found;
    }

    private List<Message> own() throws IOException {
        Path file = file(request.attempt(), request.part());
        if (!Files.exists(file)) {
            return mailbox.deliver(module, AttemptPrompt.MAX_MESSAGES, due -> write(file, due));
        }
        List<Message> mine = read(file);
        mailbox.read(module, mine);
        return mine;
    }

    private Path file(int attempt, int part) {
        return run.folder()
                .attempt(request.task(), attempt)
                .resolve("messages" + (part == 0 ? "" : "-" + (part + 1)) + ".json");
    }

    private void write(Path file, List<Message> messages) {
        try {
            String json = Payloads.mapper().writeValueAsString(messages);
            PrivateFiles.write(file, run.redactor().redact(json).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("could not write `" + file + "`", e);
        }
    }

    private static List<Message> read(Path file) {
        try {
            return Payloads.mapper().readValue(Files.readAllBytes(file), MESSAGES);
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException damaged) {
            LOG.warn("ignored a damaged record file={}", file);
            return List.of();
        }
    }
}

package dev.lindy.engine;

import dev.lindy.process.DetachedProcess;
import dev.lindy.process.ProcessIdentity;
import dev.lindy.state.CallerEnvironment;
import dev.lindy.state.PrivateFiles;
import dev.lindy.state.StateDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Asks agents from a process that is detached like a Worker and has a Worker's environment; needs no engine. */
public final class AgentInquiries {

    private static final String MAIN = "dev.lindy.worker.InquiryMain";

    /** Time for the process around the agent to start and to end. */
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private static final Duration GRACE = Duration.ofSeconds(5);

    private final StateDirectory state;
    private final Map<String, String> environment;
    private final JavaRuntime java;

    /**
     * Makes an object that has started nothing yet.
     *
     * @param environment of the calling command
     */
    public AgentInquiries(StateDirectory state, Map<String, String> environment, JavaRuntime java) {
        this.state = state;
        this.environment = Map.copyOf(environment);
        this.java = java;
    }

    /**
     * Asks and waits for the answer; what the question leaves behind is removed.
     *
     * @param caller what programs of a run would see
     */
    public AgentAnswer ask(AgentInquiry inquiry, CallerEnvironment caller) {
        try {
            Path folder = PrivateFolders.create(
                    state.root().resolve("inquiries").resolve(UUID.randomUUID().toString()));
            try {
                return in(folder, inquiry, caller);
            } finally {
                PrivateFiles.deleteTree(folder);
            }
        } catch (IOException | UncheckedIOException e) {
            return AgentAnswer.failed("could not ask `" + inquiry.agent() + "`: " + e.getMessage(), null);
        }
    }

    private AgentAnswer in(Path folder, AgentInquiry inquiry, CallerEnvironment caller) throws IOException {
        inquiry.write(folder, caller);
        LogFile log = new LogFile(folder.resolve("inquiry.log"));
        ProcessIdentity process =
                DetachedProcess.start(command(folder), folder, DetachedEnvironment.forWorker(environment), log.path());
        try {
            Pause.until(
                    () -> AgentAnswer.read(folder).isPresent() || !process.isAlive(),
                    Duration.ofSeconds(inquiry.seconds()).plus(MARGIN));
        } finally {
            Endings.end(process, GRACE);
        }
        Optional<AgentAnswer> answer = AgentAnswer.read(folder);
        return answer.orElseGet(() -> AgentAnswer.failed("the agent did not answer: " + log.tail(0), null));
    }

    private List<String> command(Path folder) {
        List<String> command = new ArrayList<>(java.program(MAIN));
        command.add(folder.toString());
        return List.copyOf(command);
    }
}

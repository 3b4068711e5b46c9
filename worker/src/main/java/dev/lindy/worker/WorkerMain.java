package dev.lindy.worker;

import dev.lindy.engine.EngineFile;
import dev.lindy.engine.ManagedServer;
import dev.lindy.engine.binary.BinaryFinder;
import dev.lindy.worker.engine.ServerKeeper;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the Worker of one engine. The starter sends standard output to the log. */
public final class WorkerMain {

    private static final Logger LOG = LoggerFactory.getLogger(WorkerMain.class);

    private WorkerMain() {}

    /** Works until TERM or INT. */
    public static void main(String[] args) throws InterruptedException {
        Thread.currentThread()
                .setUncaughtExceptionHandler(
                        (thread, problem) -> LOG.error("the Worker cannot work: {}", text(problem)));
        Map<String, String> environment = System.getenv();
        WorkerArguments arguments = WorkerArguments.parse(List.of(args), environment);
        new WorkerProcess(arguments, environment, Assembly::of, keeper(arguments, environment)).run();
    }

    private static String text(Throwable problem) {
        return problem.getMessage() == null ? problem.toString() : problem.getMessage();
    }

    /** Whoever restarts the server of these arguments. */
    static ServerKeeper keeper(WorkerArguments arguments, Map<String, String> environment) {
        if (!arguments.managed()) {
            return ServerKeeper.none();
        }
        ManagedServer server = new ManagedServer(arguments.state(), BinaryFinder.from(environment), environment);
        return () -> server.keepRunning().map(EngineFile::address);
    }
}

package dev.lindy.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A process that starts a detached one, writes down which, and leaves. */
final class DetachedStarter {

    private DetachedStarter() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        ProcessIdentity process = DetachedProcess.start(
                List.of("sh", "-c", "echo ready; sleep 100; exit 0"),
                folder,
                ProgramSpecs.ENVIRONMENT,
                folder.resolve("log"));
        Files.writeString(folder.resolve("identity"), process.pid() + "\n" + process.startTime() + "\n");
    }
}

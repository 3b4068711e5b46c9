package dev.lindy.worker;

import dev.lindy.activities.assembly.LindyActivities;
import dev.lindy.process.LifeSense;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

/** The Worker with an assembly for tests. */
public final class TestWorkerMain {

    private TestWorkerMain() {}

    public static void main(String[] args) throws InterruptedException {
        Map<String, String> environment = System.getenv();
        WorkerArguments arguments = WorkerArguments.parse(List.of(args), environment);
        new WorkerProcess(arguments, environment, TestWorkerMain::assemble, WorkerMain.keeper(arguments, environment))
                .run();
    }

    private static Assembly assemble(Assembly.Parts parts) {
        return new Assembly(
                List.of(ScriptWorkflowImpl.class),
                List.of(new Scripts(parts.programs(), parts.environment().get("PATH"))),
                Map.of(
                        "script",
                        (record, end) -> end.reason() + " "
                                + Files.readString(record.spec().stdout()).strip()),
                record -> LifeSense.none(),
                LindyActivities.of(parts.state(), parts.programs()).forcedEnds());
    }
}

package dev.lindy.cli.command;

import dev.lindy.cli.client.Connection;
import dev.lindy.cli.problem.UserProblem;
import dev.lindy.cli.view.Console;
import dev.lindy.cli.view.Sanitizer;
import dev.lindy.state.Redactor;
import dev.lindy.state.RunStart;

/** Starts a new run and says where it can be seen. */
final class Starting {

    private final CommandContext context;

    Starting(CommandContext context) {
        this.context = context;
    }

    RunStart start(NewRun run, Connection connection) {
        NewRun.Prepared prepared = run.prepare(
                context.state(),
                connection.engine(),
                context.caller().environment(),
                context.caller().clock().instant());
        Console console = context.console();
        String goal = new Redactor(context.caller().environment())
                .redact(prepared.start().goal());
        try {
            connection.call(
                    goals -> {
                        goals.start(prepared.request(), goal);
                        return true;
                    },
                    console::info);
        } catch (UserProblem problem) {
            new UnstartedRun(context.runs().reader(prepared.start().run()).read())
                    .write(
                            String.valueOf(problem.getMessage()),
                            context.caller().clock().instant());
            throw problem;
        }
        String ui = connection.engine().ui();
        String seen = ui == null ? "" : "; see it at " + Sanitizer.line(ui);
        console.info("started run `%s`%s".formatted(prepared.start().run(), seen));
        console.detail("Workflow id: " + prepared.start().workflowId());
        return prepared.start();
    }
}

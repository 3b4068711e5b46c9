package dev.lindy.cli.command;

import dev.lindy.cli.view.Sanitizer;
import dev.lindy.cli.view.Words;
import dev.lindy.project.repository.LeftBehind;
import dev.lindy.run.RunId;

/** Says where agents that were ended have left work that no commit holds. */
final class KeptWork {

    private final CommandContext context;

    KeptWork(CommandContext context) {
        this.context = context;
    }

    void tell(RunId run) {
        for (LeftBehind work :
                LeftBehind.in(context.state().worktrees(run), context.caller().environment())) {
            context.console()
                    .result("%s of run `%s` left %s uncommitted, kept in `%s`"
                            .formatted(
                                    Sanitizer.line(work.task()),
                                    run,
                                    Words.count(work.files(), "change"),
                                    Sanitizer.line(work.worktree().toString())));
        }
    }
}

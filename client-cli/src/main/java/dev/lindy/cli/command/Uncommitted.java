package dev.lindy.cli.command;

import dev.lindy.cli.view.Console;
import dev.lindy.cli.view.Sanitizer;
import dev.lindy.cli.view.Words;
import dev.lindy.project.repository.UncommittedWork;
import dev.lindy.run.BaseRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Work that a person has not committed, as far as a run is concerned. */
final class Uncommitted {

    private static final int MAX_SHOWN = 5;

    private Uncommitted() {}

    /** Keeps it as a commit for the run to start from, and says so; null where there is nothing to keep. */
    static @Nullable BaseRef keep(CommandContext context, NewRun run) {
        UncommittedWork.Kept kept = context.repositories()
                .keepUncommitted(run.project(), context.caller().environment(), run.run());
        Console console = context.console();
        if (!kept.leftOut().isEmpty()) {
            console.warning("sensitive files are not part of the snapshot: " + names(kept.leftOut()));
        }
        kept.notes().forEach(note -> console.warning(Sanitizer.line(note)));
        if (kept.files().isEmpty()) {
            console.info("nothing to include: there are no uncommitted changes");
            return null;
        }
        console.info("kept the uncommitted changes of %s as commit %s"
                .formatted(
                        Words.count(kept.files().size(), "file"),
                        kept.base().commit().substring(0, 12)));
        return kept.base();
    }

    /** The first few, made safe to print. */
    static String names(List<String> files) {
        String some =
                Sanitizer.line(String.join(", ", files.stream().limit(MAX_SHOWN).toList()));
        return files.size() <= MAX_SHOWN ? some : some + " and " + (files.size() - MAX_SHOWN) + " more";
    }
}

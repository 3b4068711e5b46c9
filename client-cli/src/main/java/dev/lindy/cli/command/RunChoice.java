package dev.lindy.cli.command;

import dev.lindy.cli.problem.UserProblem;
import dev.lindy.run.RunId;
import dev.lindy.state.RunFiles;
import dev.lindy.state.RunListing;
import dev.lindy.state.RunPicture;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the run that a person means. */
final class RunChoice {

    private static final String LIST = "see them all with `lindy list`";

    private RunChoice() {}

    /**
     * The run of that id, of that unique beginning of an id or of that Workflow id; else the newest of the
     * project at hand, or of all where no project is at hand.
     */
    static RunPicture of(CommandContext context, @Nullable String text) {
        return text == null ? newest(context) : named(context.runs(), text);
    }

    /** Whether the text may be meant as a run, and not as a task's number. */
    static boolean exists(CommandContext context, String text) {
        return !context.runs().ids(prefix(text)).isEmpty();
    }

    private static RunPicture named(RunFiles runs, String text) {
        String prefix = prefix(text);
        List<RunId> ids = prefix.isEmpty() ? List.of() : runs.ids(prefix);
        if (ids.isEmpty()) {
            throw UserProblem.usage("there is no run `%s`".formatted(text), LIST);
        }
        if (ids.size() > 1) {
            String all = ids.stream().map(id -> "`" + id + "`").collect(Collectors.joining(", "));
            throw UserProblem.usage("`%s` fits %d runs: %s".formatted(text, ids.size(), all), "write more of the id");
        }
        RunListing found = runs.matching(ids.get(0).value());
        if (found.runs().isEmpty()) {
            throw UserProblem.usage(
                    "run `%s` cannot be read: %s".formatted(ids.get(0), String.join("; ", found.problems())), null);
        }
        return found.runs().get(0);
    }

    /** The part of an id that a person has written, also where it was a Workflow's id. */
    static String prefix(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.substring(lower.lastIndexOf('-') + 1);
    }

    private static RunPicture newest(CommandContext context) {
        RunListing listing = context.runs().list();
        listing.problems().forEach(context.console()::warning);
        Optional<Path> root = context.projects().findRoot(context.caller().directory());
        return listing.runs().stream()
                .filter(run -> !run.isPlanOnly())
                .filter(run -> root.isEmpty()
                        || root.get().toString().equals(run.start().projectRoot()))
                .findFirst()
                .orElseThrow(() -> UserProblem.usage(
                        root.isEmpty() ? "there are no runs yet" : "this project has no runs yet",
                        "start one with `lindy run \"GOAL\"`"));
    }
}

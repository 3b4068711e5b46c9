package dev.lindy.cli.command;

import dev.lindy.cli.problem.ExitCode;
import dev.lindy.cli.problem.UserProblem;
import dev.lindy.cli.view.Console;
import dev.lindy.cli.view.Person;
import dev.lindy.cli.view.Sanitizer;
import dev.lindy.cli.view.Words;
import dev.lindy.project.cleanup.PutAside;
import dev.lindy.project.cleanup.SetupFiles;
import dev.lindy.project.config.ModuleConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Takes a project's set-up away; everything is kept in the state directory. */
@Command(name = "clear", description = "Take the files that set a project up out of it, and keep them elsewhere")
final class ClearCommand implements Callable<Integer> {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final CommandContext context;

    @Option(
            names = {"-f", "--force"},
            description = "Do not ask")
    private boolean force;

    ClearCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Path here = context.caller().directory();
        Path root = context.projects().findRoot(here).orElse(here);
        refuseWhileRunsGoOn(root);
        Console console = context.console();
        SetupFiles.Found found = find(root);
        found.handwritten()
                .forEach(path -> console.info(
                        "kept `%s`: onboarding does not seem to have made it".formatted(Sanitizer.line(path))));
        if (found.made().isEmpty()) {
            console.result("nothing to clear");
            return ExitCode.OK;
        }
        found.made().forEach(path -> console.data(Sanitizer.line(path)));
        if (!force && !isAgreed(found.made().size())) {
            console.result("nothing was changed");
            return ExitCode.OK;
        }
        Path kept = context.state().root().resolve("cleared").resolve(name(root));
        move(root, kept, found.made());
        console.result("cleared `%s`; everything is kept in `%s`".formatted(root, kept));
        return ExitCode.OK;
    }

    private void refuseWhileRunsGoOn(Path root) {
        context.runs().list().runs().stream()
                .filter(run -> run.start().projectRoot().equals(root.toString())
                        && !run.snapshot().header().status().isTerminal())
                .findFirst()
                .ifPresent(run -> {
                    throw UserProblem.usage(
                            "run `%s` of this project is not over"
                                    .formatted(run.start().run()),
                            "end it with `lindy cancel %s`"
                                    .formatted(run.start().run()));
                });
    }

    private SetupFiles.Found find(Path root) {
        try {
            return new SetupFiles(root).find(moduleFolders(root));
        } catch (IOException e) {
            throw new UncheckedIOException("could not look through `" + root + "`", e);
        }
    }

    /** None where the config cannot be read: then its modules at the top of the project are found by their names. */
    private List<String> moduleFolders(Path root) {
        try {
            return context.projects().load(root, null).config().modules().stream()
                    .map(ModuleConfig::folder)
                    .toList();
        } catch (UserProblem unreadable) {
            return List.of();
        }
    }

    private boolean isAgreed(int count) {
        Person person = new Person(context.console());
        if (!person.isThere()) {
            throw UserProblem.usage("nobody is there to agree", "say `--force`");
        }
        String answer =
                person.ask("Move %s out of the project? (yes or no)".formatted(Words.count(count, "thing")), "no");
        return answer.equalsIgnoreCase("y") || answer.equalsIgnoreCase("yes");
    }

    private String name(Path root) {
        Path folder = root.getFileName();
        return STAMP.format(context.caller().clock().instant()) + (folder == null ? "" : "-" + folder);
    }

    private static void move(Path root, Path kept, List<String> paths) {
        PutAside aside = new PutAside(root, kept);
        try {
            for (String path : paths) {
                aside.move(path);
            }
            if (paths.contains(SetupFiles.AGENTS)) {
                aside.dropEmpty("docs");
            }
            aside.cleanIgnoreFile();
        } catch (IOException e) {
            throw UserProblem.of(
                    ExitCode.NOT_ALL_COMPLETED,
                    "could not move everything: " + e.getMessage(),
                    "what was moved is in `%s`".formatted(kept),
                    e);
        }
    }
}

package dev.lindy.cli.command;

import dev.lindy.cli.problem.ExitCode;
import dev.lindy.cli.problem.UserProblem;
import dev.lindy.cli.view.Console;
import dev.lindy.cli.view.Person;
import dev.lindy.cli.view.Sanitizer;
import dev.lindy.project.discovery.generate.GeneratedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sets up a project that does not exist yet: an agent proposes modules from a description. */
@Command(name = "scaffold", description = "Set up a new project from a description: an agent proposes the modules")
final class ScaffoldCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(arity = "0..1", paramLabel = "DESCRIPTION", description = "What the project is for")
    private @Nullable String description;

    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            description = "Read the description from a file, or from standard input with `-`")
    private @Nullable String file;

    @Option(
            names = {"-o", "--output-dir"},
            paramLabel = "DIR",
            description = "Write the files there; default: the current folder")
    private @Nullable Path output;

    @Option(names = "--provider", paramLabel = "NAME", description = "Ask this agent; default: ${DEFAULT-VALUE}")
    private String provider = "claude_cli";

    @Option(names = "--dry-run", description = "Ask the agent, list the files and write none")
    private boolean dryRun;

    @Option(
            names = {"-y", "--non-interactive"},
            description = "Write the files without asking")
    private boolean yes;

    @Option(names = "--force", description = "Replace files that are there; they are kept under .orchestrator/backup")
    private boolean force;

    ScaffoldCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Console console = context.console();
        String text = file == null ? description : TextInput.read(context.caller(), file, "description");
        if (text == null || text.isBlank()) {
            throw UserProblem.usage(
                    "there is no description",
                    "write `lindy scaffold \"WHAT THE PROJECT IS FOR\"`, or name a file with `-f`");
        }
        Path here = context.caller().directory();
        Proposal proposal = new Scaffolder(context, provider).propose(text, here);
        Setup setup =
                new Setup(context, output == null ? here : here.resolve(output).normalize());
        setup.show(proposal, OnboardMode.SCAFFOLD);
        if (dryRun) {
            files(setup, proposal).forEach(one -> console.data("would write " + Sanitizer.line(one.path())));
            return ExitCode.OK;
        }
        Person person = new Person(console);
        if (!yes && person.isThere() && !person.agrees("Proceed?")) {
            console.result("nothing was written");
            return ExitCode.OK;
        }
        makeFolder(setup.root());
        return setup.write(proposal, proposal.answers(), files(setup, proposal), force);
    }

    private static List<GeneratedFile> files(Setup setup, Proposal proposal) {
        return setup.files(proposal.profile(), proposal.answers());
    }

    private static void makeFolder(Path root) {
        try {
            Files.createDirectories(root);
        } catch (IOException e) {
            throw new UncheckedIOException("could not make the folder `" + root + "`", e);
        }
    }
}

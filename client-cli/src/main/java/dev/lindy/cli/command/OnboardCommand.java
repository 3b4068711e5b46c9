package dev.lindy.cli.command;

import dev.lindy.cli.problem.ExitCode;
import dev.lindy.cli.problem.UserProblem;
import dev.lindy.cli.view.Console;
import dev.lindy.cli.view.Person;
import dev.lindy.cli.view.Verbosity;
import dev.lindy.cli.view.Words;
import dev.lindy.project.config.BranchPrefix;
import dev.lindy.project.discovery.analysis.Analyzer;
import dev.lindy.project.discovery.analysis.ProjectProfile;
import dev.lindy.project.discovery.generate.GeneratedFile;
import dev.lindy.project.discovery.generate.Generator;
import dev.lindy.project.discovery.generate.Onboarding;
import dev.lindy.project.discovery.interview.Answers;
import dev.lindy.project.discovery.interview.Asker;
import dev.lindy.project.discovery.interview.Defaults;
import dev.lindy.project.discovery.interview.Interview;
import dev.lindy.project.repository.OriginAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds out what a project is made of, asks for the rest, and writes everything that agents need to know. */
@Command(name = "onboard", description = "Set a project up: find its modules, ask a few questions, write the files")
final class OnboardCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(arity = "0..1", paramLabel = "DESCRIPTION", description = "What the project is for")
    private @Nullable String description;

    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            description = "Read the description from a file, or from standard input with `-`")
    private @Nullable String file;

    @Option(
            names = "--depth",
            paramLabel = "N",
            description = "Look for modules N levels below the top folders; default: ${DEFAULT-VALUE}")
    private int depth = Analyzer.DEFAULT_DEPTH;

    @Option(
            names = {"-y", "--non-interactive"},
            description = "Ask nothing and take what was found")
    private boolean yes;

    @Option(names = "--force", description = "Replace files that are there; they are kept under .orchestrator/backup")
    private boolean force;

    OnboardCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Path root = context.caller().directory();
        Console console = context.console();
        Person person = new Person(console);
        boolean asks = !yes && person.isThere();
        if (!yes && !asks) {
            console.info("standard input is no terminal: nothing is asked, as with `-y`");
        }
        String said = file == null ? description : TextInput.read(context.caller(), file, "description");
        OnboardMode mode = OnboardMode.hasConfig(root) ? OnboardMode.AGAIN : OnboardMode.FIRST;
        Analyzer analyzer = new Analyzer(
                root,
                Depth.checked(depth),
                folder -> OriginAddress.of(folder, context.caller().environment()));
        Proposal proposal =
                mode == OnboardMode.AGAIN ? new KnownProject(context, root).propose(analyzer) : first(analyzer);
        return onboard(root, mode, said == null ? proposal : proposal.describedAs(said), asks ? person : null);
    }

    private Proposal first(Analyzer analyzer) {
        ProjectProfile profile = analyzer.detect(List.of());
        if (profile.modules().isEmpty()) {
            throw UserProblem.usage(
                    "there are no modules in `%s`: no folder has a build file"
                            .formatted(context.caller().directory()),
                    "name them with `lindy init --modules backend,frontend`, or have them proposed with `lindy scaffold"
                            + " \"WHAT THE PROJECT IS FOR\"`");
        }
        return new Proposal(profile, Defaults.of(profile));
    }

    private int onboard(Path root, OnboardMode mode, Proposal proposal, @Nullable Person person) {
        Console console = context.console();
        ProfileText.print(console, proposal.profile());
        console.info("onboarding `%s`, %s".formatted(root, mode.description()));
        if (person != null && !person.agrees("Proceed?")) {
            console.result("nothing was written");
            return ExitCode.OK;
        }
        Answers answers = person == null ? proposal.answers() : interview(proposal, person);
        List<GeneratedFile> files = Generator.all(new Onboarding(
                proposal.profile(), answers, context.caller().clock().instant()));
        int changed = new Onboarder(context, root).deliver(wanted(root, files), force);
        console.result("onboarded `%s`: %s, %s written"
                .formatted(
                        proposal.profile().name(),
                        Words.count(proposal.profile().modules().size(), "module"),
                        Words.count(changed, "file")));
        console.hint(Verbosity.DEFAULT, "look through the files, commit them, then `lindy plan \"YOUR GOAL\"`");
        return ExitCode.OK;
    }

    /** A config in the place of 0.15 counts alone, and is not written by us. */
    private static List<GeneratedFile> wanted(Path root, List<GeneratedFile> files) {
        boolean isNested = Files.exists(root.resolve(OnboardMode.NESTED_CONFIG));
        return files.stream()
                .filter(one -> !isNested || !one.path().equals(OnboardMode.CONFIG))
                .toList();
    }

    private static Answers interview(Proposal proposal, Person person) {
        Asker asker = new Asker() {
            @Override
            public String ask(String question, String fallback) {
                return person.ask(question, fallback);
            }

            @Override
            public void tell(String line) {
                person.tell(line);
            }
        };
        return new Interview(proposal.profile(), proposal.answers(), asker, BranchPrefix::isValid).run();
    }
}

package dev.lindy.cli.command;

import dev.lindy.cli.problem.ExitCode;
import dev.lindy.cli.problem.UserProblem;
import dev.lindy.cli.view.Console;
import dev.lindy.cli.view.Person;
import dev.lindy.project.config.BranchPrefix;
import dev.lindy.project.discovery.analysis.Analyzer;
import dev.lindy.project.discovery.analysis.ProjectProfile;
import dev.lindy.project.discovery.generate.GeneratedFile;
import dev.lindy.project.discovery.interview.Answers;
import dev.lindy.project.discovery.interview.Asker;
import dev.lindy.project.discovery.interview.Defaults;
import dev.lindy.project.discovery.interview.Interview;
import dev.lindy.project.discovery.merge.Memory;
import dev.lindy.project.repository.OriginAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds out what a project is made of, asks for the rest, and writes everything that agents need to know. */
@Command(name = "onboard", description = "Set a project up: find its modules, ask a few questions, write the files")
final class OnboardCommand implements Callable<Integer> {

    /** Who proposes modules where there is no config that says so. */
    private static final String SCAFFOLDER = "claude_cli";

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
        Analyzer analyzer = new Analyzer(
                root,
                Depth.checked(depth),
                folder -> OriginAddress.of(folder, context.caller().environment()));
        if (OnboardMode.hasConfig(root)) {
            Proposal proposal = new KnownProject(context, root).propose(analyzer);
            return onboard(OnboardMode.AGAIN, described(proposal, said), asks ? person : null);
        }
        ProjectProfile profile = analyzer.detect(List.of());
        if (!profile.modules().isEmpty()) {
            Proposal proposal = new Proposal(profile, Defaults.of(profile), Optional.empty());
            return onboard(OnboardMode.FIRST, described(proposal, said), asks ? person : null);
        }
        if (said == null || said.isBlank()) {
            throw UserProblem.usage(
                    "there are no modules in `%s`: no folder has a build file".formatted(root),
                    "name them with `lindy init --modules backend,frontend`, or have them proposed with `lindy onboard"
                            + " \"WHAT THE PROJECT IS FOR\"`");
        }
        Proposal proposal = new Scaffolder(context, SCAFFOLDER).propose(said, root);
        return onboard(OnboardMode.SCAFFOLD, proposal, asks ? person : null);
    }

    private static Proposal described(Proposal proposal, @Nullable String said) {
        return said == null || said.isBlank() ? proposal : proposal.describedAs(said);
    }

    /** @param person null where nobody is asked */
    private int onboard(OnboardMode mode, Proposal proposal, @Nullable Person person) {
        Setup setup = new Setup(context, context.caller().directory());
        setup.show(proposal, mode);
        if (person != null && !person.agrees("Proceed?")) {
            context.console().result("nothing was written");
            return ExitCode.OK;
        }
        Answers answers =
                person == null || mode == OnboardMode.SCAFFOLD ? proposal.answers() : interview(proposal, person);
        List<GeneratedFile> files = setup.files(proposal.profile(), answers);
        return setup.write(proposal, answers, wanted(setup.root(), files, proposal), force);
    }

    /** A config in the place of 0.15 counts alone; one that somebody else wrote only gets its new modules. */
    private List<GeneratedFile> wanted(Path root, List<GeneratedFile> files, Proposal proposal) {
        boolean isOurs = !OnboardMode.hasConfig(root)
                || (!Files.exists(root.resolve(OnboardMode.NESTED_CONFIG))
                        && (force || new Memory(root).of(OnboardMode.CONFIG).isPresent()));
        if (isOurs) {
            return files;
        }
        List<GeneratedFile> wanted = new ArrayList<>(proposal.amended().stream().toList());
        files.stream().filter(one -> !one.path().equals(OnboardMode.CONFIG)).forEach(wanted::add);
        return wanted;
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

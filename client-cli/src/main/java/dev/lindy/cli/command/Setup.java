package dev.lindy.cli.command;

import dev.lindy.cli.problem.ExitCode;
import dev.lindy.cli.view.Console;
import dev.lindy.cli.view.Sanitizer;
import dev.lindy.cli.view.Verbosity;
import dev.lindy.cli.view.Words;
import dev.lindy.project.discovery.analysis.ProjectProfile;
import dev.lindy.project.discovery.generate.GeneratedFile;
import dev.lindy.project.discovery.generate.Generator;
import dev.lindy.project.discovery.generate.Onboarding;
import dev.lindy.project.discovery.interview.Answers;
import java.nio.file.Path;
import java.util.List;

/** The last steps of every way to set up a project: show, generate, write, tell. */
final class Setup {

    private final CommandContext context;
    private final Console console;
    private final Path root;

    Setup(CommandContext context, Path root) {
        this.context = context;
        this.console = context.console();
        this.root = root;
    }

    Path root() {
        return root;
    }

    void show(Proposal proposal, OnboardMode mode) {
        ProfileText.print(console, proposal.profile());
        console.info("onboarding `%s`, %s".formatted(Sanitizer.line(root.toString()), mode.description()));
    }

    List<GeneratedFile> files(ProjectProfile profile, Answers answers) {
        return Generator.all(
                new Onboarding(profile, answers, context.caller().clock().instant()));
    }

    int write(Proposal proposal, Answers answers, List<GeneratedFile> files, boolean force) {
        int changed = new Onboarder(context, root).deliver(files, force);
        console.result("onboarded `%s`: %s, %s written"
                .formatted(
                        Sanitizer.line(proposal.profile().name()),
                        Words.count(proposal.profile().modules().size(), "module"),
                        Words.count(changed, "file")));
        String contracts = answers.hasContracts() ? "fill in CONTRACTS.md, " : "";
        console.hint(
                Verbosity.DEFAULT,
                "look through the files, %scommit them, then `lindy plan \"YOUR GOAL\"`".formatted(contracts));
        return ExitCode.OK;
    }
}

package dev.lindy.cli.command;

import dev.lindy.cli.problem.UserProblem;
import dev.lindy.cli.view.Console;
import dev.lindy.cli.view.Words;
import dev.lindy.project.discovery.analysis.Analyzer;
import dev.lindy.project.discovery.analysis.ProjectProfile;
import dev.lindy.project.discovery.generate.GeneratedFile;
import dev.lindy.project.discovery.generate.Generator;
import dev.lindy.project.discovery.generate.Onboarding;
import dev.lindy.project.discovery.interview.Defaults;
import dev.lindy.project.repository.OriginAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the least that a project needs: a config and a STATUS.md for each module. */
@Command(name = "init", description = "Write orchestrator.yaml and a STATUS.md for each module")
final class InitCommand implements Callable<Integer> {

    private final CommandContext context;

    @Option(
            names = {"-m", "--modules"},
            paramLabel = "NAMES",
            split = ",",
            description = "Take these modules instead of looking for them: names of folders, with commas")
    private List<String> modules = new ArrayList<>();

    @Option(
            names = "--depth",
            paramLabel = "N",
            description = "Look for modules N levels below the top folders; default: ${DEFAULT-VALUE}")
    private int depth = Analyzer.DEFAULT_DEPTH;

    @Option(names = "--no-status", description = "Write no STATUS.md")
    private boolean noStatus;

    @Option(
            names = "--force",
            description = "Replace orchestrator.yaml; the old one is kept under .orchestrator/backup")
    private boolean force;

    InitCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Path root = context.caller().directory();
        Console console = context.console();
        ProjectProfile profile = profile(root);
        ProfileText.print(console, profile);
        Onboarding onboarding = new Onboarding(
                profile, Defaults.of(profile), context.caller().clock().instant());
        int changed = new Onboarder(context, root).deliver(files(root, onboarding), force);
        console.result("initialized `%s`: %s, %s written"
                .formatted(
                        profile.name(), Words.count(profile.modules().size(), "module"), Words.count(changed, "file")));
        return 0;
    }

    /** A config that is there stays, unless it is to be replaced; one in the place of 0.15 counts alone. */
    private List<GeneratedFile> files(Path root, Onboarding onboarding) {
        List<GeneratedFile> files = Generator.least(onboarding, !noStatus);
        boolean isNested = Files.exists(root.resolve(OnboardMode.NESTED_CONFIG));
        if (!OnboardMode.hasConfig(root) || (force && !isNested)) {
            return files;
        }
        context.console()
                .warning("`%s` is there already and stays%s"
                        .formatted(
                                isNested ? OnboardMode.NESTED_CONFIG : OnboardMode.CONFIG,
                                isNested ? "" : "; `--force` replaces it"));
        return files.stream()
                .filter(file -> !file.path().equals(OnboardMode.CONFIG))
                .toList();
    }

    private ProjectProfile profile(Path root) {
        Analyzer analyzer = new Analyzer(
                root,
                Depth.checked(depth),
                folder -> OriginAddress.of(folder, context.caller().environment()));
        if (!modules.isEmpty()) {
            return analyzer.of(ModuleList.parse(modules));
        }
        ProjectProfile profile = analyzer.detect(List.of());
        if (profile.modules().isEmpty()) {
            throw UserProblem.usage(
                    "there are no modules in `%s`: no folder has a build file".formatted(root),
                    "name them with `--modules`, for instance `lindy init --modules backend,frontend`");
        }
        return profile;
    }
}

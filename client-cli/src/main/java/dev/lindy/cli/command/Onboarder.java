package dev.lindy.cli.command;

import dev.lindy.cli.problem.ExitCode;
import dev.lindy.cli.problem.UserProblem;
import dev.lindy.cli.view.Console;
import dev.lindy.cli.view.Sanitizer;
import dev.lindy.cli.view.Style;
import dev.lindy.cli.view.Words;
import dev.lindy.project.config.ConfigLoader;
import dev.lindy.project.config.ConfigReading;
import dev.lindy.project.discovery.generate.GeneratedFile;
import dev.lindy.project.discovery.merge.Delivered;
import dev.lindy.project.discovery.merge.Delivered.Outcome;
import dev.lindy.project.discovery.merge.Delivery;
import dev.lindy.project.discovery.merge.GitTextMerge;
import java.nio.file.Path;
import java.util.List;

/** Brings generated files into a project and tells what became of each. */
final class Onboarder {

    private final CommandContext context;
    private final Console console;
    private final Path root;

    Onboarder(CommandContext context, Path root) {
        this.context = context;
        this.console = context.console();
        this.root = root;
    }

    /** One line of data for each file that changed or could not; the others are counted. */
    int deliver(List<GeneratedFile> files, boolean force) {
        Delivery delivery = new Delivery(
                root,
                new GitTextMerge(context.caller().environment()),
                Onboarder::isSound,
                context.caller().clock().instant(),
                force);
        List<Delivered> delivered = delivery.deliver(files);
        delivered.forEach(this::tell);
        List<Delivered> failed = delivered.stream()
                .filter(one -> one.outcome() == Outcome.FAILED)
                .toList();
        if (!failed.isEmpty()) {
            throw UserProblem.of(
                    ExitCode.USAGE,
                    "could not write " + Words.count(failed.size(), "file") + ", the first: `"
                            + failed.get(0).path() + "`: " + failed.get(0).detail(),
                    "remove what is in the way, then try again; what could be written is there");
        }
        return (int) delivered.stream()
                .filter(one -> one.outcome() != Outcome.UNCHANGED && one.outcome() != Outcome.KEPT)
                .count();
    }

    private void tell(Delivered file) {
        Style style = switch (file.outcome()) {
            case CREATED, UPDATED, MERGED, REPLACED -> Style.PASSED;
            case CONFLICT -> Style.WARNING;
            case FAILED -> Style.FAILED;
            case UNCHANGED, KEPT -> Style.DIM;
        };
        String detail = file.detail().isEmpty() ? "" : " (" + file.detail() + ")";
        String word = "%-9s".formatted(file.outcome().word());
        console.data(console.dataColors().paint(style, word) + " " + Sanitizer.line(file.path() + detail));
    }

    private static boolean isSound(GeneratedFile file) {
        if (!file.path().equals("orchestrator.yaml")) {
            return true;
        }
        ConfigReading reading = ConfigLoader.parse(file.content(), file.path());
        return reading.config() != null && reading.problems().isEmpty();
    }
}

package dev.lindy.cli.command;

import dev.lindy.cli.overview.ScanView;
import dev.lindy.cli.problem.ExitCode;
import dev.lindy.cli.problem.UserProblem;
import dev.lindy.cli.project.Project;
import dev.lindy.document.NearMiss;
import dev.lindy.project.scan.Scan;
import dev.lindy.project.scan.Severity;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Looks where documents and folders of a project have drifted apart. */
@Command(name = "scan", description = "Compare the project's documents with its folders, and grade its modules")
final class ScanCommand implements Callable<Integer> {

    private final CommandContext context;

    @Option(names = "--module", paramLabel = "NAME", description = "Show this module only")
    private @Nullable String module;

    @Option(names = "--grade-only", description = "Show grades only")
    private boolean gradeOnly;

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            description = "End with exit code 1 where a finding is an error, a warning or worse, or of any kind (info)")
    private @Nullable Severity failOn;

    @Option(names = "--json", description = "Print JSON")
    private boolean json;

    @Mixin
    private final ConfigOption config = new ConfigOption();

    ScanCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Project project = context.project(config.file());
        Scan.Report report = chosen(project);
        report.problems().forEach(context.console()::warning);
        ScanView view = new ScanView(context.console());
        if (json) {
            view.json(report, gradeOnly);
        } else {
            view.text(report, gradeOnly);
        }
        return fails(report) ? ExitCode.NOT_ALL_COMPLETED : ExitCode.OK;
    }

    private Scan.Report chosen(Project project) {
        List<String> names = project.config().moduleNames();
        if (module != null && !names.contains(module)) {
            throw UserProblem.usage("there is no module `%s`".formatted(module), NearMiss.hint(module, names));
        }
        Scan.Report report = new Scan(
                        project.root(),
                        project.config(),
                        context.caller().clock().instant())
                .look(context.caller().environment());
        return module == null ? report : report.of(module);
    }

    private boolean fails(Scan.Report report) {
        Severity worst = failOn;
        return worst != null
                && report.findings().stream()
                        .anyMatch(finding -> finding.severity().reaches(worst));
    }
}

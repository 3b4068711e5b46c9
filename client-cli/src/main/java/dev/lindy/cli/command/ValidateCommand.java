package dev.lindy.cli.command;

import dev.lindy.cli.problem.ExitCode;
import dev.lindy.cli.problem.UserProblem;
import dev.lindy.cli.project.ConfigFile;
import dev.lindy.cli.project.Project;
import dev.lindy.cli.view.Words;
import dev.lindy.project.check.CheckedProject;
import dev.lindy.project.check.Finding;
import dev.lindy.project.check.ProjectCheck;
import dev.lindy.project.config.ProjectConfig;
import dev.lindy.project.config.UnsupportedFeatures;
import dev.lindy.project.config.UnsupportedFeatures.Unsupported;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Checks the project config and all that it names; starts no engine and changes nothing. */
@Command(name = "validate", description = "Check the project config and everything that it names")
final class ValidateCommand implements Callable<Integer> {

    private final CommandContext context;

    @Option(names = "--json", description = "Print JSON")
    private boolean json;

    @Mixin
    private final ConfigOption config = new ConfigOption();

    ValidateCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        ValidationReport report = report();
        if (json) {
            context.console().data(report.json());
        } else {
            report.print(context.console());
        }
        if (!report.problems().isEmpty()) {
            throw UserProblem.invalid(report.problems());
        }
        int warnings = report.warnings().size();
        context.console()
                .result("the project is valid" + (warnings == 0 ? "" : ", with " + Words.count(warnings, "warning")));
        return ExitCode.OK;
    }

    private ValidationReport report() {
        ConfigFile file;
        try {
            file = context.configFile(config.file());
        } catch (UserProblem missing) {
            return ValidationReport.unread(null, missing.lines(), List.of());
        }
        ProjectConfig found = file.reading().config();
        if (found == null) {
            return ValidationReport.unread(file.name(), file.problems(), file.slips());
        }
        Project project = new Project(file.root(), found, file.warnings());
        List<UserProblem.Line> problems = new ArrayList<>();
        List<UserProblem.Line> warnings = new ArrayList<>(file.slips());
        CheckedProject checked = new CheckedProject(
                file.root(),
                file.name(),
                found,
                file.reading().values(),
                context.caller().environment());
        for (Finding finding : ProjectCheck.of(checked)) {
            (finding.isProblem() ? problems : warnings).add(new UserProblem.Line(finding.message(), finding.hint()));
        }
        // where modules are repositories, the folder above them need not be one
        boolean isNested = UnsupportedFeatures.in(found, file.root()).stream().anyMatch(Unsupported::isLayout);
        new Refusals(isNested ? warnings : problems)
                .of(() -> context.repositories().check(project, context.caller().environment(), null));
        return new ValidationReport(file.name(), project, problems, warnings);
    }
}

package dev.lindy.cli;

import dev.lindy.cli.command.CommandContext;
import dev.lindy.cli.command.Commands;
import dev.lindy.cli.command.LindyCommand;
import dev.lindy.cli.command.Parts;
import dev.lindy.cli.command.Version;
import dev.lindy.cli.problem.ExitCode;
import dev.lindy.cli.problem.UserProblem;
import dev.lindy.cli.view.Caller;
import dev.lindy.cli.view.ColorMode;
import dev.lindy.cli.view.ColorPalette;
import dev.lindy.cli.view.Console;
import dev.lindy.cli.view.ErrorPrinter;
import dev.lindy.cli.view.Verbosity;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;

/** The {@code lindy} command. */
public final class Main {

    private Main() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] args) {
        LogSetup.apply(args);
        System.exit(run(caller(), LocalParts::of, args));
    }

    /** Runs the command in the caller's world and answers its exit code. */
    public static int run(Caller caller, Parts.Factory parts, String... args) {
        // the parser alone costs more time than this answer may take
        if (List.of(args).equals(List.of("--version")) || List.of(args).equals(List.of("-V"))) {
            new Console(caller, Verbosity.DEFAULT, ColorMode.NEVER).data("lindy " + Version.read());
            return ExitCode.OK;
        }
        LindyCommand options = new LindyCommand();
        CommandContext context = new CommandContext(
                caller,
                options,
                parts.of(caller),
                inner -> run(inner.caller(), parts, inner.arguments().toArray(String[]::new)));
        CommandLine lindy = new CommandLine(options);
        Commands.addTo(lindy, context, args);
        return configure(lindy, context, caller).execute(args);
    }

    private static CommandLine configure(CommandLine lindy, CommandContext context, Caller caller) {
        ColorPalette palette =
                ColorMode.AUTO.palette(caller.environment(), caller.terminals().out());
        lindy.setColorScheme(CommandLine.Help.defaultColorScheme(palette == ColorPalette.ANSI ? Ansi.ON : Ansi.OFF));
        lindy.setCaseInsensitiveEnumValuesAllowed(true);
        lindy.setUsageHelpAutoWidth(false);
        lindy.setUsageHelpWidth(100);
        lindy.setOut(writer(caller.out(), caller.charset()));
        lindy.setErr(writer(caller.err(), caller.charset()));
        lindy.setParameterExceptionHandler(usage(caller));
        lindy.setExecutionExceptionHandler(failure(context));
        return lindy;
    }

    private static PrintWriter writer(PrintStream stream, Charset charset) {
        return new PrintWriter(new OutputStreamWriter(stream, charset), true);
    }

    private static IParameterExceptionHandler usage(Caller caller) {
        return (problem, args) -> {
            if (args.length == 0) {
                problem.getCommandLine().usage(problem.getCommandLine().getErr());
                return ExitCode.USAGE;
            }
            Console console = new Console(caller, Verbosity.DEFAULT, ColorMode.AUTO);
            return new ErrorPrinter(console).print(UsageProblem.of(problem));
        };
    }

    private static IExecutionExceptionHandler failure(CommandContext context) {
        return (thrown, command, parsed) -> {
            ErrorPrinter printer = new ErrorPrinter(context.console());
            return thrown instanceof UserProblem problem
                    ? printer.print(problem)
                    : printer.print(command.getCommandSpec().qualifiedName(), thrown);
        };
    }

    private static Caller caller() {
        return new Caller(
                System.in,
                System.out,
                System.err,
                Charset.defaultCharset(),
                TerminalSense.sense(),
                System.getenv(),
                Clock.systemUTC(),
                Path.of("").toAbsolutePath());
    }
}

package dev.lindy.cli.command;

import dev.lindy.cli.view.ColorMode;
import dev.lindy.cli.view.Verbosity;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command above all others: options that every command knows. */
@Command(
        name = "lindy",
        description = "Turn a goal into merged, tested code: coding agents on Temporal",
        synopsisSubcommandLabel = "COMMAND",
        subcommandsRepeatable = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:goal reached, or done as asked",
            "1:finished, but not all tasks completed",
            "2:usage, or a request that was refused",
            "3:plan or config invalid",
            "4:Temporal not reachable",
            "5:no Worker in time",
            "8:still running, or waiting for a person",
            "70:internal error",
            "130:interrupted before anything was started"
        })
public final class LindyCommand {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            order = 100,
            description = "Show this help and exit")
    @SuppressWarnings("unused")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Print the version and exit")
    @SuppressWarnings("unused")
    private boolean version;

    @Option(
            names = {"-q", "--quiet"},
            scope = ScopeType.INHERIT,
            order = 101,
            description = "Print errors and the result only; -qq prints nothing (can be repeated)")
    private boolean[] quiet = {};

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            order = 102,
            description = "Print decisions as well; -vv adds stack traces (can be repeated)")
    private boolean[] verbose = {};

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            scope = ScopeType.INHERIT,
            order = 103,
            description = "Color output: auto, always or never")
    private ColorMode color = ColorMode.AUTO;

    @Option(
            names = "--address",
            paramLabel = "HOST:PORT",
            scope = ScopeType.INHERIT,
            order = 104,
            description = "Use the Temporal server there instead of finding or starting one")
    private @Nullable String address;

    @Option(
            names = "--namespace",
            paramLabel = "NAME",
            scope = ScopeType.INHERIT,
            order = 105,
            description = "Use this namespace of that server")
    private @Nullable String namespace;

    Verbosity verbosity() {
        return Verbosity.of(quiet.length, verbose.length);
    }

    ColorMode color() {
        return color;
    }

    EngineChoiceOptions engine() {
        return new EngineChoiceOptions(address, namespace);
    }
}

package dev.lindy.cli.command;

import dev.lindy.cli.problem.ExitCode;
import dev.lindy.cli.problem.UserProblem;
import dev.lindy.cli.project.ConfigFile;
import dev.lindy.cli.view.Sanitizer;
import dev.lindy.cli.view.Words;
import dev.lindy.project.config.ConfigWarning;
import dev.lindy.project.config.edit.ConfigFileEdit;
import dev.lindy.project.config.edit.RefusedEditException;
import dev.lindy.project.config.key.ConfigSchema;
import dev.lindy.project.file.IoReason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/** Shows and changes the project config. */
@Command(name = "config", description = "Show or change the project config")
final class ConfigCommand {

    private final CommandContext context;

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "Use this project config instead of looking for one")
    private @Nullable Path config;

    ConfigCommand(CommandContext context) {
        this.context = context;
    }

    @Command(name = "show", description = "Print every key and its value")
    int show(
            @Option(names = "--origin", description = "Say where each value comes from") boolean origin,
            @Option(names = "--json", description = "Print JSON") boolean json) {
        ConfigView view = view();
        if (json) {
            context.console().data(view.json());
        } else {
            view.print(context.console(), origin);
        }
        return ExitCode.OK;
    }

    @Command(name = "get", description = "Print the value of a key")
    int get(
            @Parameters(paramLabel = "KEY", description = "Dotted, for instance safety.max_parallel") String key,
            @Option(names = "--json", description = "Print JSON") boolean json) {
        ConfigView view = view();
        if (json) {
            context.console().data(view.json(key));
        } else {
            context.console().data(view.text(key));
        }
        return ExitCode.OK;
    }

    @Command(name = "set", description = "Change the value of a key in the file, and nothing else there")
    int set(
            @Parameters(paramLabel = "KEY", description = "Dotted, for instance safety.max_parallel") String key,
            @Parameters(paramLabel = "VALUE", description = "Lists with commas: a,b") String value,
            @Option(names = "--local", hidden = true, description = "As in 0.15; there is no other file")
                    boolean local) {
        ConfigFile file = context.configFile(config);
        // the one key that 0.15 knew
        String full = key.equals("provider") ? "dispatcher.provider" : key;
        try {
            ConfigFileEdit.set(file.file(), full, value);
        } catch (RefusedEditException refused) {
            throw problem(file, refused);
        } catch (IOException e) {
            throw UserProblem.of(
                    ExitCode.INVALID, "could not change `%s`: %s".formatted(file.name(), IoReason.of(e)), null, e);
        }
        ConfigFile now = context.configFile(config);
        newSlips(file, now).forEach(context.console()::warning);
        if (!now.problems().isEmpty()) {
            context.console()
                    .warning("`%s` has %s besides (`lindy validate` names them)"
                            .formatted(
                                    Sanitizer.line(now.name()),
                                    Words.count(now.problems().size(), "problem")));
        }
        context.console().result("set `%s` in `%s`".formatted(Sanitizer.line(full), Sanitizer.line(now.name())));
        return ExitCode.OK;
    }

    @Command(name = "schema", description = "Print the JSON schema of the file, for editors")
    int schema() {
        context.console().data(ConfigSchema.json());
        return ExitCode.OK;
    }

    private ConfigView view() {
        ConfigFile file = context.configFile(config);
        if (file.reading().config() == null) {
            throw UserProblem.invalid(file.problems());
        }
        file.warnings().forEach(context.console()::warning);
        return new ConfigView(file);
    }

    private static UserProblem problem(ConfigFile file, RefusedEditException refused) {
        String place = refused.kind() == RefusedEditException.Kind.UNKNOWN_KEY ? "" : file.name() + ": ";
        List<UserProblem.Line> lines = refused.reasons().stream()
                .map(reason -> new UserProblem.Line(place + reason.message(), reason.hint()))
                .toList();
        return refused.kind() == RefusedEditException.Kind.FILE ? UserProblem.invalid(lines) : UserProblem.usage(lines);
    }

    /** A value may be allowed and have no effect. */
    private static List<String> newSlips(ConfigFile before, ConfigFile after) {
        Set<String> old = new HashSet<>();
        before.reading().warnings().stream().map(ConfigWarning::message).forEach(old::add);
        return after.slips().stream()
                .map(UserProblem.Line::message)
                .filter(text -> old.stream().noneMatch(text::endsWith))
                .toList();
    }
}

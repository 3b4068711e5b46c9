package dev.lindy.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lindy.cli.problem.ExitCode;
import dev.lindy.cli.problem.UserProblem;
import dev.lindy.cli.view.Sanitizer;
import dev.lindy.state.RunPicture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the report of a run that is over. */
@Command(name = "report", description = "Print the report of a run")
final class ReportCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(arity = "0..1", paramLabel = "RUN", description = "Id of the run or its beginning; default: newest")
    private @Nullable String run;

    @Option(names = "--json", description = "Print JSON")
    private boolean json;

    ReportCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        RunPicture picture = RunChoice.of(context, run);
        Path file = json ? picture.folder().reportJson() : picture.folder().reportMarkdown();
        try {
            byte[] content = Files.readAllBytes(file);
            if (json) {
                JsonNode document = new ObjectMapper().readTree(content);
                context.console().data(document);
            } else {
                context.console()
                        .data(Sanitizer.block(new String(content, StandardCharsets.UTF_8))
                                .stripTrailing());
            }
        } catch (NoSuchFileException e) {
            throw UserProblem.of(
                    ExitCode.USAGE,
                    "run `%s` has no report yet".formatted(picture.start().run()),
                    "see how it stands with `lindy show %s`"
                            .formatted(picture.start().run()),
                    e);
        }
        return ExitCode.OK;
    }
}

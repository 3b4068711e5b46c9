package dev.lindy.cli.command;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option of all commands that read a project's config. */
final class ConfigOption {

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description = "Use this project config instead of looking for one")
    private @Nullable Path file;

    /** The file that was named, or null to look for one. */
    @Nullable
    Path file() {
        return file;
    }

    /** The same, seen from a folder. */
    @Nullable
    Path in(Path directory) {
        return file == null ? null : directory.resolve(file);
    }
}

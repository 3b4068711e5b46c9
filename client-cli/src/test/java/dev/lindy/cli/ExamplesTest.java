package dev.lindy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.plan.PlanDocument;
import dev.lindy.plan.PlanReading;
import dev.lindy.plan.Vocabulary;
import dev.lindy.project.config.ConfigLoader;
import dev.lindy.project.config.ConfigReading;
import dev.lindy.project.config.GateCatalog;
import dev.lindy.project.config.ProjectConfig;
import dev.lindy.project.config.UnsupportedFeatures;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file of {@code examples/} can be used as it is. */
class ExamplesTest {

    static List<Path> plans() throws IOException, URISyntaxException {
        return files().stream().filter(file -> isPlan(file)).toList();
    }

    static List<Path> configs() throws IOException, URISyntaxException {
        return files().stream().filter(file -> isConfig(file)).toList();
    }

    @Test
    void holdsPlansAndConfigsOnly() throws IOException, URISyntaxException {
        assertThat(files()).isNotEmpty().allMatch(file -> isPlan(file) || isConfig(file));
        assertThat(plans()).isNotEmpty();
        assertThat(configs()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("configs")
    void configCanBeRun(Path file) {
        ConfigReading reading = ConfigLoader.load(file);

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.warnings()).isEmpty();
        assertThat(UnsupportedFeatures.in(config(file), file.getParent())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("plans")
    void planCanBeRun(Path file) throws IOException {
        PlanReading reading =
                PlanDocument.parse(Files.readString(file), file.getFileName().toString());
        ProjectConfig config = config(file.resolveSibling("orchestrator.yaml"));
        Vocabulary vocabulary = new GateCatalog(config).vocabulary();

        assertThat(reading.check(vocabulary)).isEmpty();
        assertThat(UnsupportedFeatures.in(config, file.getParent())).isEmpty();
    }

    private static ProjectConfig config(Path file) {
        return Objects.requireNonNull(ConfigLoader.load(file).config(), "config of the examples");
    }

    private static boolean isPlan(Path file) {
        return file.getFileName().toString().startsWith("plan");
    }

    private static boolean isConfig(Path file) {
        return file.getFileName().toString().startsWith("orchestrator");
    }

    private static List<Path> files() throws IOException, URISyntaxException {
        try (Stream<Path> found = Files.walk(Checkout.root().resolve("examples"))) {
            return found.filter(Files::isRegularFile).sorted().toList();
        }
    }
}

package dev.lindy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.payload.Payloads;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands that read files load no class of Temporal, which would cost most of their time. */
class ColdStartTest {

    /** Called in a class loader of its own. */
    public static final class Call {

        private Call() {}

        public static int of(Path root, String[] arguments) {
            Cli cli = new Cli(root);
            new Runs(cli.state(), cli.directory).failed("1a2b3c4d");
            return cli.run(arguments).exitCode();
        }

        public static int convert(Path root, String[] arguments) {
            return Payloads.converter() == null ? 1 : 0;
        }
    }

    private static final class Watcher extends URLClassLoader {

        private final Set<String> temporal = new ConcurrentSkipListSet<>();

        Watcher() {
            super(classPath(), ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.startsWith("io.temporal.") || name.startsWith("io.grpc.")) {
                temporal.add(name);
            }
            return super.findClass(name);
        }

        private static URL[] classPath() {
            return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                    .map(Watcher::url)
                    .toArray(URL[]::new);
        }

        private static URL url(String entry) {
            try {
                return Path.of(entry).toUri().toURL();
            } catch (MalformedURLException e) {
                throw new IllegalArgumentException(entry, e);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "--version",
                "list --json",
                "show --json",
                "show",
                "status",
                "logs",
                "init",
                "onboard",
                "onboard -y",
                "validate",
                "config show",
                "run --help",
                "gc",
                "scan",
                "mailbox",
                "issues",
                "stats"
            })
    void loadsNothingOfTemporal(String command, @TempDir Path root) throws Exception {
        assertThat(temporalClasses("of", root, command.split(" "))).isEmpty();
    }

    @Test
    void noticesWhatIsLoadedOtherwise(@TempDir Path root) throws Exception {
        assertThat(temporalClasses("convert", root)).isNotEmpty();
    }

    private static Set<String> temporalClasses(String method, Path root, String... arguments) throws Exception {
        Path project = Files.createDirectories(root.resolve("project"));
        writeConfig(project);
        try (Watcher watcher = new Watcher()) {
            Object code = watcher.loadClass(Call.class.getName())
                    .getMethod(method, Path.class, String[].class)
                    .invoke(null, root, arguments);
            assertThat(code).isEqualTo(0);
            return watcher.temporal;
        }
    }

    private static void writeConfig(Path project) throws IOException {
        Files.createDirectories(project.resolve("api").resolve("src"));
        Files.write(project.resolve("orchestrator.yaml"), List.of("project: {name: shop}"));
    }
}

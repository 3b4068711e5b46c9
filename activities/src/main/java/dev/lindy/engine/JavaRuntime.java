package dev.lindy.engine;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The Java that starts other Lindy processes.
 *
 * @param classPath absolute, because a detached process has another working directory
 * @param feature its version, for instance 17
 * @param archive of loaded classes that the launcher keeps for this class path, or null
 */
public record JavaRuntime(
        Path home, String classPath, int feature, @Nullable Path archive) {

    /** Set by the launcher. */
    private static final String ARCHIVE = "lindy.archive";

    /** From here on the libraries' use of {@code Unsafe} and native code makes Java print warnings. */
    private static final int WARNS = 24;

    /** The one that runs this. */
    public static JavaRuntime current() {
        String absolute = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
        return new JavaRuntime(
                Path.of(System.getProperty("java.home")),
                absolute,
                Runtime.version().feature(),
                archive(System.getProperty(ARCHIVE, "")));
    }

    private static @Nullable Path archive(String told) {
        return told.isEmpty() ? null : Path.of(told);
    }

    /** What makes a start faster where there is an archive; one that does not fit is passed over. */
    List<String> archiveFlags() {
        return archive == null
                ? List.of("-Xshare:auto")
                : List.of("-Xshare:auto", "-XX:SharedArchiveFile=" + archive, "-Xlog:disable");
    }

    /** The start of a command that runs a small program of Lindy's own; the program's arguments follow. */
    public List<String> program(String mainClass) {
        return program(mainClass, classPath);
    }

    /**
     * The same for a program with libraries that no other needs.
     *
     * @param libraries folder beside the jars of this distribution; passed over where it is not there, as in a build
     */
    public List<String> program(String mainClass, Path libraries) {
        Stream<String> more = Arrays.stream(classPath.split(File.pathSeparator))
                .map(jar -> Path.of(jar).resolveSibling(libraries))
                .filter(Files::isDirectory)
                .distinct()
                .map(folder -> folder.resolve("*").toString());
        return program(
                mainClass, Stream.concat(Stream.of(classPath), more).collect(Collectors.joining(File.pathSeparator)));
    }

    private List<String> program(String mainClass, String jars) {
        List<String> command = new ArrayList<>(List.of(executable()));
        command.addAll(quietFlags());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", jars, mainClass));
        return List.copyOf(command);
    }

    String executable() {
        return home.resolve("bin").resolve("java").toString();
    }

    List<String> quietFlags() {
        return feature >= WARNS
                ? List.of("--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED")
                : List.of();
    }
}

package dev.lindy.launcher;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A distribution whose {@code Main} prints what it is given, or ends as it is told. */
final class FakeDistribution {

    static final Path SCRIPT = Path.of("..", "lindy").toAbsolutePath().normalize();

    private static final String MAIN = """
            package dev.lindy.cli;
            public final class Main {
                public static void main(String[] words) {
                    if (words.length == 2 && words[0].equals("end")) {
                        Runtime.getRuntime().halt(Integer.parseInt(words[1]));
                    }
                    System.out.println(String.join("|", words));
                }
            }
            """;

    private FakeDistribution() {}

    /** Makes {@code bin} and {@code lib} of version 9.8.7 and returns the script in it. */
    static Path create(Path home) throws IOException {
        Files.createDirectories(home.resolve("bin"));
        library(home.resolve("lib"));
        return Files.copy(SCRIPT, home.resolve("bin/lindy"), StandardCopyOption.COPY_ATTRIBUTES);
    }

    /** Makes the jars only. */
    static void library(Path lib) throws IOException {
        Path work = Files.createTempDirectory(Files.createDirectories(lib).getParent(), "classes");
        Path source = Files.writeString(work.resolve("Main.java"), MAIN);
        compile(source, work);
        byte[] type = Files.readAllBytes(work.resolve("dev/lindy/cli/Main.class"));
        try (OutputStream file = Files.newOutputStream(lib.resolve("lindy-client-cli-9.8.7.jar"));
                JarOutputStream jar = new JarOutputStream(file)) {
            jar.putNextEntry(new JarEntry("dev/lindy/cli/Main.class"));
            jar.write(type);
        }
    }

    private static void compile(Path source, Path target) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options = List.of("--release", "17", "-d", target.toString());
            if (!compiler.getTask(null, files, null, options, null, files.getJavaFileObjects(source))
                    .call()) {
                throw new IOException("could not compile " + source);
            }
        }
    }
}

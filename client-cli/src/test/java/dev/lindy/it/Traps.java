package dev.lindy.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lindy.failpoint.Trap;
import dev.lindy.it.trap.DeadlyTrap;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** The distribution with one jar more, by which its processes die at fail points. */
final class Traps {

    private static final String CLASS = DeadlyTrap.class.getName().replace('.', '/');

    private final LindyHome home;
    private final Path folder;

    /** Makes the commands of this home use the distribution with the traps. */
    Traps(LindyHome home) {
        this.home = home;
        folder = home.folder("traps");
        try {
            home.usesDistribution(distribution(LindyHome.distribution(), home.folder("dist")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path distribution(Path original, Path copy) throws IOException {
        Files.createDirectories(copy.resolve("bin"));
        Files.createDirectories(copy.resolve("lib"));
        Files.copy(original.resolve("bin/lindy"), copy.resolve("bin/lindy"), StandardCopyOption.COPY_ATTRIBUTES);
        try (Stream<Path> jars = Files.list(original.resolve("lib"))) {
            for (Path jar : jars.toList()) {
                Files.createSymbolicLink(copy.resolve("lib").resolve(jar.getFileName()), jar);
            }
        }
        try (OutputStream file = Files.newOutputStream(copy.resolve("lib/traps.jar"));
                JarOutputStream jar = new JarOutputStream(file)) {
            put(jar, "META-INF/services/" + Trap.class.getName(), text(DeadlyTrap.class.getName()));
            put(jar, CLASS.replaceFirst("[^/]*$", DeadlyTrap.FOLDER), text(folder.toString()));
            try (InputStream code = DeadlyTrap.class.getResourceAsStream("/" + CLASS + ".class")) {
                put(jar, CLASS + ".class", code.readAllBytes());
            }
        }
        return copy;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void put(JarOutputStream jar, String name, byte[] content) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        jar.write(content);
        jar.closeEntry();
    }

    /**
     * Lets the Worker die at each of the points, in this order, and starts it again after each death.
     *
     * @param points each {@code <point>[.<detail>]}
     * @param start starts a run and returns its id
     */
    String dyingAt(List<String> points, Supplier<String> start) {
        List<String> names = arm(points);
        String run = start.get();
        for (String name : names) {
            await("death at " + name)
                    .atMost(LindyHome.LONG)
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> isDead(name) || isStillWaitedFor());
        }
        Result up = home.run("up");
        assertThat(up.exit()).as(up.toString()).isZero();
        return run;
    }

    private boolean isDead(String name) {
        return victim(name).filter(pid -> !Pids.lives(pid)).isPresent();
    }

    /** Where the Worker is dead it is started again; it may die at the next point before it is ready. */
    private boolean isStillWaitedFor() {
        if (!Pids.lives(home.workerPid())) {
            home.run("up");
        }
        return false;
    }

    private List<String> arm(List<String> points) {
        List<String> names = new ArrayList<>();
        try {
            for (String point : points) {
                String name = "%02d.%s".formatted(names.size(), point);
                Files.deleteIfExists(folder.resolve(name + DeadlyTrap.SPRUNG));
                names.add(name);
            }
            for (String name : names) {
                Files.createFile(folder.resolve(name));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }

    private Optional<Long> victim(String name) {
        try {
            String pid = Files.readString(folder.resolve(name + DeadlyTrap.SPRUNG));
            return pid.isEmpty() ? Optional.empty() : Optional.of(Long.valueOf(pid));
        } catch (NoSuchFileException armed) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

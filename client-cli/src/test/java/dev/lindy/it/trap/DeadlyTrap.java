package dev.lindy.it.trap;

import dev.lindy.failpoint.FailPoint;
import dev.lindy.failpoint.Trap;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * kill -9 for the process that passes the point whose turn it is. Points are armed by files {@code
 * <nn>.<point>[.<detail>]}; the first of them that has not sprung is the one. It springs by being renamed to {@code
 * ….sprung}, which then holds the pid of the victim.
 */
public final class DeadlyTrap implements Trap {

    /** Beside this class: the folder of the files. */
    public static final String FOLDER = "traps.txt";

    /** End of the names of files that have sprung. */
    public static final String SPRUNG = ".sprung";

    private final Path folder;

    public DeadlyTrap() {
        try (InputStream name = DeadlyTrap.class.getResourceAsStream(FOLDER)) {
            folder = Path.of(new String(name.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Who dies keeps all others waiting: one process dies at one point. */
    @Override
    public synchronized void at(FailPoint point, String detail) {
        String passed = point + (detail.isEmpty() ? "" : "." + detail);
        try {
            Optional<String> next = armed();
            if (next.isEmpty() || !next.get().substring("00.".length()).equals(passed)) {
                return;
            }
            String pid = Long.toString(ProcessHandle.current().pid());
            Path sprung = Files.move(folder.resolve(next.get()), folder.resolve(next.get() + SPRUNG));
            Files.writeString(sprung, pid);
            new ProcessBuilder("/bin/kill", "-KILL", pid).start();
            while (true) {
                LockSupport.park();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<String> armed() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(SPRUNG))
                    .sorted()
                    .findFirst();
        }
    }
}

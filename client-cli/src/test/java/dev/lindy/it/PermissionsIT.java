package dev.lindy.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What other users of the host, and others in its network, can reach: nothing. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class PermissionsIT {

    private static final Set<PosixFilePermission> OF_OTHERS = PosixFilePermissions.fromString("---rwxrwx");

    private LindyHome home;
    private GitProject project;
    private Starts starts;

    @BeforeEach
    void setUp() throws IOException {
        home = LindyHome.create();
        home.withoutUmask();
        Files.setPosixFilePermissions(home.state(), PosixFilePermissions.fromString("rwxrwxrwx"));
        project = GitProject.named(home, "shop", "lifecycle_hooks:", "  before_run: env");
        starts = new Starts(home);
    }

    @AfterEach
    void close() {
        home.close();
    }

    @Test
    void nothingIsOpenToOthersWhateverTheUmask() throws IOException {
        PlanTask task = PlanTask.of(
                        1,
                        "api",
                        starts.directive(1),
                        starts.hold(1),
                        "@say words",
                        "@write api/1.txt 1",
                        "@commit one")
                .gate("env");
        String run = home.detached(project.root(), "-p", project.plan(task));
        starts.await(1);

        assertThat(permissions(home.state())).isEqualTo("rwx------");
        assertThat(openToOthers()).isEmpty();
        assertThat(listening()).hasSizeGreaterThanOrEqualTo(4).allMatch(PermissionsIT::isLoopback);
        starts.release(1);

        assertThat(home.run(project.root(), "watch", run).exit()).isZero();
        assertThat(openToOthers()).isEmpty();
        assertThat(permissions(home.state().resolve("runs/" + run + "/.lindy/environment.json")))
                .isEqualTo("rw-------");
        assertThat(permissions(home.state().resolve("runs/" + run + "/tasks/1/1/prompt.md")))
                .isEqualTo("rw-------");
    }

    @Test
    void refusesAStateDirectoryThatIsNotOurs() throws IOException {
        Path theirs = home.folder("theirs");
        boolean isRoot = "root".equals(System.getProperty("user.name"));
        if (isRoot) {
            Files.setAttribute(theirs, "unix:uid", 65_534);
        }
        home.environment().put("LINDY_STATE", isRoot ? theirs.toString() : "/usr");

        Result result = home.run("list");

        home.environment().put("LINDY_STATE", home.state().toString());
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.stderr()).startsWith("error: the state directory ").contains("belongs to", "hint: ");
    }

    /** Files that the first folder below the state directory does not hide either. */
    private List<String> openToOthers() throws IOException {
        try (Stream<Path> files = Files.walk(home.state())) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(this::isOpen)
                    .map(file -> home.state().relativize(file).toString())
                    .filter(name -> !name.startsWith("host-id"))
                    .toList();
        }
    }

    private boolean isOpen(Path file) {
        try {
            for (Path part = file; !part.equals(home.state()); part = part.getParent()) {
                if (Files.getPosixFilePermissions(part).stream().noneMatch(OF_OTHERS::contains)) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            // gone meanwhile
            return false;
        }
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    /** Local addresses, in the kernel's hexadecimal form, at which processes of this world listen. */
    private Set<String> listening() {
        Set<String> sockets =
                home.everything().stream().flatMap(PermissionsIT::sockets).collect(Collectors.toSet());
        Set<String> addresses = new TreeSet<>();
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            try (Stream<String> lines = Files.lines(Path.of(table))) {
                lines.map(line -> line.strip().split("\\s+"))
                        .filter(words -> words.length > 9 && words[3].equals("0A") && sockets.contains(words[9]))
                        .forEach(words -> addresses.add(words[1]));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return addresses;
    }

    private static Stream<String> sockets(long pid) {
        try (Stream<Path> files = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            return files
                    .flatMap(file -> {
                        try {
                            return Stream.of(Files.readSymbolicLink(file).toString());
                        } catch (IOException e) {
                            return Stream.empty();
                        }
                    })
                    .filter(target -> target.startsWith("socket:["))
                    .map(target -> target.substring(8, target.length() - 1))
                    .toList()
                    .stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    private static boolean isLoopback(String address) {
        return address.startsWith("0100007F:")
                || address.startsWith("00000000000000000000000001000000:")
                || address.startsWith("0000000000000000FFFF00000100007F:");
    }
}

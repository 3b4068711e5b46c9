package dev.lindy.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.security.auth.module.UnixSystem;
import dev.lindy.testing.NotRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateOwnerTest {

    @TempDir
    Path folder;

    @Test
    void closesADirectoryThatOthersMayEnter() throws IOException {
        Path root = Files.createDirectory(folder.resolve("state"));
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxrwxrwx"));

        new StateDirectory(root).secured();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root)))
                .isEqualTo("rwx------");
    }

    @Test
    void followsALinkOfTheUser() throws IOException {
        Path root = Files.createDirectory(folder.resolve("state"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), root);

        new StateDirectory(link).secured();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root)))
                .isEqualTo("rwx------");
    }

    @Test
    void makesNothingWhereThereIsNothing() {
        assertThat(new StateDirectory(folder.resolve("none")).secured().root()).doesNotExist();
    }

    @Test
    void refusesAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> new StateDirectory(file).secured())
                .isInstanceOf(UnsafeStateException.class)
                .hasMessageContaining("is no folder");
    }

    @Test
    void refusesADirectoryOfSomebodyElse() throws IOException {
        Path theirs = folder.resolve("theirs");
        if (isRoot()) {
            Files.setAttribute(Files.createDirectory(theirs), "unix:uid", 65_534);
        } else {
            theirs = Path.of("/usr");
        }
        StateDirectory state = new StateDirectory(theirs);

        assertThatThrownBy(state::secured)
                .isInstanceOf(UnsafeStateException.class)
                .hasMessageContaining("belongs to `");
    }

    @Test
    void refusesALinkThatSomebodyElsePlanted() throws IOException {
        NotRun.unless(isRoot(), "StateOwnerTest, since only root gives files away");
        Path own = Files.createDirectory(folder.resolve("own"));
        Path link = Files.createSymbolicLink(folder.resolve("planted"), own);
        Files.setAttribute(link, "unix:uid", 65_534, LinkOption.NOFOLLOW_LINKS);

        assertThatThrownBy(() -> new StateDirectory(link).secured())
                .isInstanceOf(UnsafeStateException.class)
                .hasMessageContaining("belongs to `");
    }

    private static boolean isRoot() {
        return new UnixSystem().getUid() == 0;
    }
}

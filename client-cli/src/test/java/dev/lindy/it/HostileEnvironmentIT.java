package dev.lindy.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A caller whose environment is large, has line ends and shell text, bytes that are no text, and functions. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class HostileEnvironmentIT {

    private static final String ODD = "a\nb'c\"d\\e $(touch hacked) `touch hacked` ; touch hacked\n";

    @TempDir
    Path scripts;

    private LindyHome home;
    private GitProject project;

    @BeforeEach
    void setUp() {
        home = LindyHome.create();
        project = GitProject.create(home);
    }

    @AfterEach
    void close() {
        home.close();
    }

    @Test
    void reachesAgentsAndGatesAsTextOrNotAtAll() throws IOException {
        home.environment().put("XDG_ODD", ODD);
        home.environment().put("XDG_HUGE", "x".repeat(100_000));
        home.environment().put("XDG_a.b", "dotted");
        home.environment().put("BASH_FUNC_git%%", "() { touch hacked; }");
        home.environment().put("LD_PRELOAD_X", "not asked for");
        home.withByteVariable("XDG_BYTES");
        Path seen = home.folder("seen");
        Path dump = Files.writeString(scripts.resolve("dump"), """
                #!/bin/sh
                printf '%%s' "$XDG_ODD" >'%1$s/odd'
                printf '%%s' "$XDG_HUGE" | wc -c >'%1$s/huge'
                env >'%1$s/env'
                """.formatted(seen));
        Files.setPosixFilePermissions(dump, PosixFilePermissions.fromString("rwx------"));
        PlanTask task = PlanTask.of(1, "api", "@run " + dump, "@write api/1.txt 1", "@commit one")
                .gate("[ \"${#XDG_HUGE}\" = 100000 ] || [ ! -f api/1.txt ]");

        Result result = home.run(project.root(), "run", "-p", project.plan(task));

        assertThat(result.exit()).as(result.stderr()).isZero();
        assertThat(Files.readString(seen.resolve("odd"))).isEqualTo(ODD);
        assertThat(Files.readString(seen.resolve("huge")).strip()).isEqualTo("100000");
        assertThat(Files.readString(seen.resolve("env"), StandardCharsets.ISO_8859_1))
                .doesNotContain("BASH_FUNC", "dotted", "LD_PRELOAD_X");
        assertThat(project.files("af/goal-" + result.stdout().strip())).noneMatch(name -> name.endsWith("hacked"));
        assertThat(project.root().resolve("hacked")).doesNotExist();
    }
}

package dev.lindy.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallerEnvironmentTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HOME",
                "USER",
                "LOGNAME",
                "SHELL",
                "PATH",
                "LANG",
                "LC_ALL",
                "TZ",
                "TMPDIR",
                "XDG_CONFIG_HOME",
                "SSH_AUTH_SOCK",
                "http_proxy",
                "HTTPS_PROXY",
                "NODE_EXTRA_CA_CERTS",
                "VIRTUAL_ENV",
                "JAVA_HOME",
                "ANTHROPIC_API_KEY",
                "CLAUDE_CONFIG_DIR",
                "CLAUDE_CODE_OAUTH_TOKEN",
                "OPENAI_API_KEY",
                "IS_SANDBOX"
            })
    void keepsWhatProgramsNeed(String name) {
        assertThat(CallerEnvironment.capture(Map.of(name, "x"), List.of()).values())
                .containsKey(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AWS_SECRET_ACCESS_KEY",
                "GITLAB_TOKEN",
                "DATABASE_URL",
                "LINDY_STATE",
                "TEMPORAL_API_KEY",
                "CLAUDECODE",
                "CLAUDE_CODE_ENTRYPOINT",
                "PWD",
                "OLDPWD",
                "LD_PRELOAD",
                "BASH_ENV"
            })
    void leavesOutEverythingElse(String name) {
        assertThat(CallerEnvironment.capture(Map.of(name, "x"), List.of()).values())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GH_TOKEN", "GITHUB_TOKEN", "GH_HOST", "GH_ENTERPRISE_TOKEN", "GH_CONFIG_DIR"})
    void keepsTheLoginOfCiForCiAlone(String name) {
        assertThat(CallerEnvironment.capture(Map.of(name, "x"), List.of()).values())
                .containsKey(name);
        assertThat(CallerEnvironment.isForCi(name)).isTrue();
        assertThat(CallerEnvironment.isAllowed(name)).isFalse();
    }

    @Test
    void takesWhatTheConfigNames() {
        Map<String, String> caller = Map.of("DATABASE_URL", "x", "OTHER", "y");

        assertThat(CallerEnvironment.capture(caller, List.of("DATABASE_URL", "NOT_SET"))
                        .values())
                .containsExactly(Map.entry("DATABASE_URL", "x"));
    }

    @Test
    void keepsTheFileToTheUser(@TempDir Path root) throws IOException {
        Path file = root.resolve("run").resolve("environment.json");
        CallerEnvironment environment = new CallerEnvironment(Map.of("HOME", "/home/ü\n"));

        environment.write(file);

        assertThat(CallerEnvironment.read(file)).isEqualTo(environment);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
    }
}

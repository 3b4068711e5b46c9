package dev.lindy.activities.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.lindy.activity.RunRef;
import dev.lindy.payload.Payloads;
import dev.lindy.project.config.ProjectConfig;
import dev.lindy.run.RunId;
import dev.lindy.state.CallerEnvironment;
import dev.lindy.state.PrivateFiles;
import dev.lindy.state.RunFolder;
import dev.lindy.state.StateDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunContextsTest {

    private final RunRef ref = new RunRef(RunId.of("0badcafe"), "shop-0badcafe", "/project");

    private RunContexts contexts;
    private RunFolder folder;

    @BeforeEach
    void run(@TempDir Path root) throws JsonProcessingException {
        StateDirectory state = new StateDirectory(root);
        contexts = new RunContexts(state);
        folder = state.run(ref.run());
        PrivateFiles.write(folder.config(), Payloads.mapper().writeValueAsBytes(ProjectConfig.defaults()));
    }

    @Test
    void readsTheSameRunOnce() throws IOException {
        environment(1, Map.of("GH_TOKEN", "old"));

        assertThat(contexts.of(ref)).isSameAs(contexts.of(ref));
    }

    @Test
    void takesTheEnvironmentOfThePersonWhoResumes() throws IOException {
        environment(1, Map.of("GH_TOKEN", "old"));
        contexts.of(ref);

        environment(2, Map.of("GH_TOKEN", "new"));

        assertThat(contexts.of(ref).ciEnvironment()).containsEntry("GH_TOKEN", "new");
    }

    @Test
    void givesTheLoginAtCiToNoProgram() throws IOException {
        environment(1, Map.of("GH_TOKEN", "ghp_0123456789", "HOME", "/home/me", "ANTHROPIC_API_KEY", "key"));

        RunContext run = contexts.of(ref);

        assertThat(run.environment()).containsOnlyKeys("HOME", "ANTHROPIC_API_KEY");
        assertThat(run.gateEnvironment()).containsOnlyKeys("HOME");
        assertThat(run.ciEnvironment()).containsOnlyKeys("GH_TOKEN", "HOME");
        assertThat(run.redactor().redact("a ghp_0123456789 b")).isEqualTo("a [redacted GH_TOKEN] b");
    }

    private void environment(int second, Map<String, String> values) throws IOException {
        new CallerEnvironment(values).write(folder.environment());
        Files.setLastModifiedTime(folder.environment(), FileTime.fromMillis(second * 1_000L));
    }
}

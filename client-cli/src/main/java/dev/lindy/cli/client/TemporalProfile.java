package dev.lindy.cli.client;

import dev.lindy.cli.problem.ExitCode;
import dev.lindy.cli.problem.UserProblem;
import dev.lindy.engine.EngineRequest;
import io.temporal.envconfig.ClientConfigProfile;
import io.temporal.envconfig.LoadClientConfigProfileOptions;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The connection profile of Temporal's own configuration: address, namespace, TLS, API key. */
final class TemporalProfile {

    private final Map<String, String> environment;

    TemporalProfile(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Whether there is anything to read, answered without loading the reader. */
    boolean isThere() {
        return environment.keySet().stream().anyMatch(name -> name.startsWith("TEMPORAL_")) || Files.exists(file());
    }

    EngineRequest request() {
        ClientConfigProfile profile = load();
        return new EngineRequest(profile.getAddress(), profile.getNamespace());
    }

    WorkflowServiceStubsOptions stubs() {
        return load().toWorkflowServiceStubsOptions();
    }

    private ClientConfigProfile load() {
        try {
            return ClientConfigProfile.load(LoadClientConfigProfileOptions.newBuilder()
                    .setEnvOverrides(environment)
                    .build());
        } catch (IOException e) {
            throw UserProblem.of(
                    ExitCode.UNREACHABLE, "could not read Temporal's configuration: " + e.getMessage(), null, e);
        }
    }

    private Path file() {
        String named = environment.getOrDefault("TEMPORAL_CONFIG_FILE", "");
        if (!named.isBlank()) {
            return Path.of(named);
        }
        String xdg = environment.getOrDefault("XDG_CONFIG_HOME", "");
        Path folder = xdg.isBlank() ? Path.of(environment.getOrDefault("HOME", "/"), ".config") : Path.of(xdg);
        return folder.resolve("temporalio").resolve("temporal.toml");
    }
}

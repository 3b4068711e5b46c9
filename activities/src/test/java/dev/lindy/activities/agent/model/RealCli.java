package dev.lindy.activities.agent.model;

import dev.lindy.activities.agent.Agent;
import dev.lindy.activities.agent.SearchPath;
import dev.lindy.activities.agent.codex.CodexCli;
import dev.lindy.activities.agent.gemini.GeminiCli;
import dev.lindy.activities.agent.opencode.OpencodeCli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** An installed agent CLI that is led to a scripted endpoint by its own settings. */
public enum RealCli {
    CODEX(CodexCli::new, "gpt-5.1-codex", ".codex/config.toml", """
            model_provider = "mock"
            [model_providers.mock]
            name = "mock"
            base_url = "%s/v1"
            wire_api = "responses"
            env_key = "MOCK_KEY"
            """),
    GEMINI(GeminiCli::new, "gemini-2.5-pro", ".gemini/settings.json", """
            {"security": {"auth": {"selectedType": "gemini-api-key"}}, "privacy": {"usageStatisticsEnabled": false},
             "general": {"disableAutoUpdate": true}}
            """),
    OPENCODE(OpencodeCli::new, "mock/m", "opencode.json", """
            {"provider": {"mock": {"npm": "@ai-sdk/openai-compatible", "name": "mock",
              "options": {"baseURL": "%s/v1", "apiKey": "fake"}, "models": {"m": {"name": "m"}}}},
             "model": "mock/m", "small_model": "mock/m", "autoupdate": false, "share": "disabled"}
            """);

    private final Supplier<Agent> agent;
    private final String model;
    private final String file;
    private final String settings;

    RealCli(Supplier<Agent> agent, String model, String file, String settings) {
        this.agent = agent;
        this.model = model;
        this.file = file;
        this.settings = settings;
    }

    public Agent agent() {
        return agent.get();
    }

    public String model() {
        return model;
    }

    /** Whether it can be tried here. */
    public boolean isInstalled() {
        String path = System.getenv().getOrDefault("PATH", "");
        return SearchPath.find(agent().executable(), Map.of("PATH", path)).isPresent();
    }

    /** Writes its settings below a home of its own, and gives the environment that it needs. */
    public Map<String, String> environment(Path home, String address) throws IOException {
        Path settingsFile = home.resolve(file);
        Files.createDirectories(settingsFile.getParent());
        Files.writeString(settingsFile, settings.contains("%s") ? settings.formatted(address) : settings);
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("PATH", System.getenv().getOrDefault("PATH", ""));
        environment.put("HOME", home.toString());
        environment.put("MOCK_KEY", "fake");
        environment.put("GEMINI_API_KEY", "fake");
        environment.put("GOOGLE_GEMINI_BASE_URL", address);
        environment.put("OPENCODE_CONFIG", home.resolve("opencode.json").toString());
        environment.put("OPENCODE_DISABLE_MODELS_FETCH", "1");
        environment.put("OPENCODE_DISABLE_LSP_DOWNLOAD", "1");
        return environment;
    }
}

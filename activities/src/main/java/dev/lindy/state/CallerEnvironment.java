package dev.lindy.state;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.lindy.payload.Payloads;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The part of a caller's environment that programs of a run may see, taken by an allow-list when the run
 * starts. Never the environment of the Worker.
 */
public record CallerEnvironment(Map<String, String> values) {

    private static final Set<String> NAMES = Set.of(
            // the user
            "HOME",
            "USER",
            "LOGNAME",
            "SHELL",
            "PATH",
            "LANG",
            "LANGUAGE",
            "TZ",
            "TMPDIR",
            "SSH_AUTH_SOCK",
            // certificate authorities
            "SSL_CERT_FILE",
            "SSL_CERT_DIR",
            "NODE_EXTRA_CA_CERTS",
            "REQUESTS_CA_BUNDLE",
            "CURL_CA_BUNDLE",
            "GIT_SSL_CAINFO",
            "GIT_SSH_COMMAND",
            "AWS_CA_BUNDLE",
            // language tools
            "VIRTUAL_ENV",
            "CONDA_PREFIX",
            "CONDA_DEFAULT_ENV",
            "PYENV_ROOT",
            "PYENV_VERSION",
            "PYTHONPATH",
            "JAVA_HOME",
            "M2_HOME",
            "MAVEN_HOME",
            "MAVEN_OPTS",
            "MAVEN_ARGS",
            "GRADLE_HOME",
            "GRADLE_USER_HOME",
            "GRADLE_OPTS",
            "SDKMAN_DIR",
            "ANDROID_HOME",
            "ANDROID_SDK_ROOT",
            "NVM_DIR",
            "NODE_PATH",
            "NODE_OPTIONS",
            "PNPM_HOME",
            "BUN_INSTALL",
            "DENO_DIR",
            "VOLTA_HOME",
            "GOPATH",
            "GOROOT",
            "GOBIN",
            "GOPROXY",
            "GOFLAGS",
            "GOPRIVATE",
            "GONOSUMDB",
            "GOSUMDB",
            "GOCACHE",
            "GOMODCACHE",
            "CARGO_HOME",
            "RUSTUP_HOME",
            "RUSTUP_TOOLCHAIN",
            "GEM_HOME",
            "GEM_PATH",
            "BUNDLE_PATH",
            "BUNDLE_GEMFILE",
            "RBENV_ROOT",
            "COMPOSER_HOME",
            "DOTNET_ROOT",
            "NUGET_PACKAGES",
            "HEX_HOME",
            "MIX_HOME",
            "PUB_CACHE",
            "DOCKER_HOST",
            "HOMEBREW_PREFIX",
            "LD_LIBRARY_PATH",
            "PKG_CONFIG_PATH",
            "CC",
            "CXX",
            // providers of agents
            "OPENAI_API_KEY",
            "OPENAI_BASE_URL",
            "OPENAI_ORG_ID",
            "OPENAI_PROJECT",
            "CODEX_HOME",
            "CODEX_API_KEY",
            "GEMINI_API_KEY",
            "GOOGLE_API_KEY",
            "GOOGLE_CLOUD_PROJECT",
            "GOOGLE_CLOUD_LOCATION",
            "GOOGLE_GENAI_USE_VERTEXAI",
            "GOOGLE_APPLICATION_CREDENTIALS",
            "CLOUD_ML_REGION",
            "AWS_REGION",
            "AWS_PROFILE",
            "AWS_BEARER_TOKEN_BEDROCK",
            "OPENROUTER_API_KEY",
            "IS_SANDBOX");

    private static final List<String> PREFIXES = List.of(
            "LC_",
            "XDG_",
            "ANTHROPIC_",
            "CLAUDE_",
            "PIP_",
            "UV_",
            "POETRY_",
            "NPM_CONFIG_",
            "npm_config_",
            "YARN_",
            "ASDF_",
            "MISE_");

    // switches of Claude Code that keep it from talking to others than the model
    private static final Set<String> QUIET = Set.of(
            "DISABLE_TELEMETRY",
            "DISABLE_AUTOUPDATER",
            "DISABLE_ERROR_REPORTING",
            "DISABLE_BUG_COMMAND",
            "DISABLE_COST_WARNINGS",
            "DISABLE_PROMPT_CACHING");

    private static final Set<String> FOR_AGENTS = Set.of(
            "OPENAI_API_KEY",
            "OPENAI_BASE_URL",
            "OPENAI_ORG_ID",
            "OPENAI_PROJECT",
            "CODEX_HOME",
            "CODEX_API_KEY",
            "GEMINI_API_KEY",
            "GOOGLE_API_KEY",
            "AWS_BEARER_TOKEN_BEDROCK",
            "OPENROUTER_API_KEY");

    private static final Set<String> FOR_CI = Set.of(
            "GH_TOKEN", "GITHUB_TOKEN", "GH_ENTERPRISE_TOKEN", "GITHUB_ENTERPRISE_TOKEN", "GH_HOST", "GH_CONFIG_DIR");

    private static final Set<String> PROXIES =
            Set.of("http_proxy", "https_proxy", "no_proxy", "all_proxy", "ftp_proxy");

    // set by an agent for its own children: an agent that we start is not one of them
    private static final Set<String> OF_AN_OUTER_AGENT =
            Set.of("CLAUDE_CODE_ENTRYPOINT", "CLAUDE_CODE_SSE_PORT", "CLAUDE_CODE_SESSION_ID", "CLAUDE_PID");

    public CallerEnvironment {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /** Takes the names of the allow-list, those for CI, and those that the project config adds. */
    public static CallerEnvironment capture(Map<String, String> environment, Collection<String> more) {
        Map<String, String> kept = new TreeMap<>();
        environment.forEach((name, value) -> {
            if (isAllowed(name) || isForCi(name) || more.contains(name)) {
                kept.put(name, value);
            }
        });
        return new CallerEnvironment(kept);
    }

    /** Whether programs of a run see a variable of this name without being asked for in the config. */
    public static boolean isAllowed(String name) {
        return !OF_AN_OUTER_AGENT.contains(name)
                && (NAMES.contains(name)
                        || QUIET.contains(name)
                        || PROXIES.contains(name.toLowerCase(Locale.ROOT))
                        || PREFIXES.stream().anyMatch(name::startsWith));
    }

    /** Whether a variable is there for agents and their providers, and nothing for gates and hooks. */
    public static boolean isForAgents(String name) {
        return FOR_AGENTS.contains(name)
                || QUIET.contains(name)
                || name.startsWith("ANTHROPIC_")
                || name.startsWith("CLAUDE_");
    }

    /** Whether a variable is the login at a CI service, which no agent, gate or hook gets without being named. */
    public static boolean isForCi(String name) {
        return FOR_CI.contains(name);
    }

    /** Writes the values so that only the user can read them. */
    public void write(Path file) {
        try {
            PrivateFiles.write(file, Payloads.mapper().writeValueAsBytes(values));
        } catch (IOException e) {
            throw new UncheckedIOException("could not write `" + file + "`", e);
        }
    }

    public static CallerEnvironment read(Path file) {
        try {
            return new CallerEnvironment(
                    Payloads.mapper().readValue(Files.readAllBytes(file), new TypeReference<Map<String, String>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException("could not read `" + file + "`", e);
        }
    }
}

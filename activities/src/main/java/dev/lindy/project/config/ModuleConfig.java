package dev.lindy.project.config;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One entry of {@code modules}.
 *
 * @param path folder relative to the project root, as written; {@code ./} is the root itself
 * @param statusMd relative to {@code path}
 * @param repo {@code owner/name}, or empty
 * @param role {@code qa} or empty
 * @param agent who does the module's tasks, where it is not the role's, or null
 */
public record ModuleConfig(
        String name,
        String path,
        String statusMd,
        String claudeMd,
        String repo,
        String ciWorkflow,
        String role,
        @Nullable AgentSettings agent) {

    @JsonCreator
    public ModuleConfig {}

    /** A module whose tasks are done by the role's agent. */
    public ModuleConfig(
            String name, String path, String statusMd, String claudeMd, String repo, String ciWorkflow, String role) {
        this(name, path, statusMd, claudeMd, repo, ciWorkflow, role, null);
    }

    /** Whether the name always means the whole project. */
    public static boolean isReserved(String name) {
        return name.equals("root") || name.equals("*");
    }

    static ModuleConfig root(String name) {
        return new ModuleConfig(name, ".", "STATUS.md", "CLAUDE.md", "", "ci.yml", "", null);
    }

    @JsonIgnore
    public AgentSettings agentSettings() {
        return agent == null ? AgentSettings.NONE : agent;
    }

    /** The folder without {@code ./} and trailing slash; empty for the project root. */
    @JsonIgnore
    public String folder() {
        return Path.of(path).normalize().toString().replace('\\', '/');
    }

    @JsonIgnore
    public boolean isRoot() {
        return folder().isEmpty();
    }

    /** STATUS.md relative to the project root. */
    @JsonIgnore
    public String statusFile() {
        return isRoot() ? statusMd : folder() + "/" + statusMd;
    }
}

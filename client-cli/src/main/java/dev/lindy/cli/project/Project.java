package dev.lindy.cli.project;

import dev.lindy.project.config.ProjectConfig;
import java.nio.file.Path;
import java.util.List;

/**
 * A project whose config holds together.
 *
 * @param root absolute path of the folder that holds the config
 * @param warnings one sentence each
 */
public record Project(Path root, ProjectConfig config, List<String> warnings) {

    public Project {
        warnings = List.copyOf(warnings);
    }
}

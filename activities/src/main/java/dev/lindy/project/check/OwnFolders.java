package dev.lindy.project.check;

import dev.lindy.project.config.ProjectConfig;
import dev.lindy.project.file.ProjectFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Folders of the project that Lindy writes to: each is a folder inside of it, or can become one. */
public final class OwnFolders {

    private OwnFolders() {}

    /** What is wrong with them, as problems; one that spoils several is told once. */
    public static List<Finding> check(ProjectConfig config, Path root) {
        ProjectFiles files = new ProjectFiles(root);
        Set<Finding> found = new LinkedHashSet<>();
        for (String path : paths(config)) {
            Optional<Path> exit = files.exit(path);
            if (exit.isPresent()) {
                found.add(Finding.problem(
                        "`%s` leads out of the project, to `%s`".formatted(path, exit.get()),
                        "put a folder there in place of the symbolic link"));
            } else {
                files.obstacle(path)
                        .ifPresent(obstacle -> found.add(Finding.problem(
                                obstacle, "move it away; a folder of that name is made when it is needed")));
            }
        }
        return List.copyOf(found);
    }

    private static List<String> paths(ProjectConfig config) {
        List<String> paths = new ArrayList<>(List.of(".orchestrator", ".orchestrator/plans", ".orchestrator/runs"));
        paths.add(config.logging().dir());
        paths.add(config.logging().sessionDir());
        paths.add(config.mailbox().dir());
        return paths;
    }
}

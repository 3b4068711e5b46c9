package dev.lindy.project.check;

import dev.lindy.project.file.ProjectFiles;
import java.util.ArrayList;
import java.util.List;

/** Folders of the project that Lindy writes to whatever the config says. */
public final class OwnFolders {

    public static final List<String> PATHS = List.of(".orchestrator", ".orchestrator/plans", ".orchestrator/runs");

    private OwnFolders() {}

    static List<Finding> check(CheckedProject project) {
        ProjectFiles files = project.files();
        List<Finding> found = new ArrayList<>();
        for (String path : PATHS) {
            files.exit(path)
                    .ifPresent(target -> found.add(Finding.problem(
                            "`%s` leads out of the project, to `%s`".formatted(path, target),
                            "put a folder there in place of the symbolic link")));
        }
        return found;
    }
}

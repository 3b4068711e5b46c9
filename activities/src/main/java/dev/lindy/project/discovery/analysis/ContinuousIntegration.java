package dev.lindy.project.discovery.analysis;

import dev.lindy.project.discovery.tree.SourceTree;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Files that tell a service how to build the project. */
final class ContinuousIntegration {

    private static final String WORKFLOWS = ".github/workflows";
    private static final int MAX_FILES = 50;

    private static final List<String> FILES = List.of(
            ".gitlab-ci.yml",
            "Jenkinsfile",
            ".circleci/config.yml",
            "azure-pipelines.yml",
            "bitbucket-pipelines.yml",
            ".travis.yml",
            ".drone.yml");

    private ContinuousIntegration() {}

    static List<String> files(SourceTree tree) {
        List<String> found = new ArrayList<>(workflows(tree.root().resolve(WORKFLOWS)));
        FILES.stream().filter(tree::exists).forEach(found::add);
        return found;
    }

    private static List<String> workflows(Path folder) {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        List<String> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.{yml,yaml}")) {
            for (Path file : files) {
                found.add(WORKFLOWS + "/" + file.getFileName());
            }
        } catch (IOException | DirectoryIteratorException unreadable) {
            return List.of();
        }
        Collections.sort(found);
        return found.size() > MAX_FILES ? found.subList(0, MAX_FILES) : found;
    }
}

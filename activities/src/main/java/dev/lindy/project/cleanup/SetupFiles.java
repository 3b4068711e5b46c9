package dev.lindy.project.cleanup;

import dev.lindy.project.file.ProjectFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What setting a project up has made, by either version of the original or by us. */
public final class SetupFiles {

    /** Larger files were not made by onboarding. */
    private static final int MAX_BYTES = 512 << 10;

    private static final List<String> OURS = List.of(".orchestrator", "orchestrator.yaml");

    /** Folder of documents that is wholly onboarding's. */
    public static final String AGENTS = "docs/agents";

    private final Path root;
    private final ProjectFiles files;

    public SetupFiles(Path root) {
        this.root = root;
        this.files = new ProjectFiles(root);
    }

    /**
     * What was found.
     *
     * @param made paths from the root
     * @param handwritten documents of the usual names that do not look as if onboarding had made them
     */
    public record Found(List<String> made, List<String> handwritten) {

        public Found {
            made = List.copyOf(made);
            handwritten = List.copyOf(handwritten);
        }
    }

    /**
     * Looks for files and folders; changes nothing.
     *
     * @param moduleFolders from the root, besides the folders at the top of the project
     */
    public Found find(Collection<String> moduleFolders) throws IOException {
        List<String> made = new ArrayList<>();
        List<String> handwritten = new ArrayList<>();
        for (String path : OURS) {
            if (Files.exists(root.resolve(path), LinkOption.NOFOLLOW_LINKS)) {
                made.add(path);
            }
        }
        document("CLAUDE.md", "STATUS.md", made, handwritten);
        document("ARCHITECTURE.md", "## Module Topology", made, handwritten);
        document("CONTRACTS.md", "## Change Protocol", made, handwritten);
        document("AGENTS.md", "STATUS.md", made, handwritten);
        document("STATUS.md", "overall_health", made, handwritten);
        if (Files.isDirectory(root.resolve(AGENTS), LinkOption.NOFOLLOW_LINKS)) {
            made.add(AGENTS);
        }
        for (String folder : folders(moduleFolders)) {
            document(folder + "/STATUS.md", "overall_health", made, handwritten);
            document(folder + "/CLAUDE.md", "STATUS.md", made, handwritten);
        }
        return new Found(made, handwritten);
    }

    private Set<String> folders(Collection<String> moduleFolders) throws IOException {
        Set<String> folders = new TreeSet<>(moduleFolders);
        folders.remove("");
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(root)) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                if (!name.startsWith(".") && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                    folders.add(name);
                }
            }
        }
        return new LinkedHashSet<>(folders);
    }

    private void document(String path, String sign, List<String> made, List<String> handwritten) {
        if (!Files.isRegularFile(root.resolve(path), LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            boolean isMade = new String(files.read(path, MAX_BYTES), StandardCharsets.UTF_8).contains(sign);
            (isMade ? made : handwritten).add(path);
        } catch (IOException unreadable) {
            handwritten.add(path);
        }
    }
}

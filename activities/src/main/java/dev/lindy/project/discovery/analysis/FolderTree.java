package dev.lindy.project.discovery.analysis;

import dev.lindy.project.discovery.tree.Folder;
import dev.lindy.project.discovery.tree.SourceTree;
import dev.lindy.text.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A module's folders and files as a drawing of text. */
final class FolderTree {

    /** Levels that are drawn. */
    private static final int DEPTH = 3;

    /** Lines that are drawn; the last one says where there were more. */
    private static final int MAX_LINES = 40;

    private static final int MAX_NAME = 80;

    /** What onboarding itself writes: it would make the drawing another one the next time. */
    private static final Set<String> OURS =
            Set.of("CLAUDE.md", "AGENTS.md", "STATUS.md", "ARCHITECTURE.md", "CONTRACTS.md", "orchestrator.yaml");

    private static final String DOCS = "docs";
    private static final String AGENTS = "agents";

    private final SourceTree tree;
    private final List<String> lines = new ArrayList<>();

    private FolderTree(SourceTree tree) {
        this.tree = tree;
    }

    static String of(Folder folder, SourceTree tree) {
        FolderTree drawing = new FolderTree(tree);
        drawing.draw(folder, 1);
        List<String> lines = drawing.lines;
        if (lines.size() > MAX_LINES) {
            return String.join("\n", lines.subList(0, MAX_LINES - 1)) + "\n…";
        }
        return String.join("\n", lines);
    }

    private void draw(Folder folder, int level) {
        String indent = "  ".repeat(level - 1);
        for (String name : folder.folders()) {
            if (isOurs(folder, name)) {
                continue;
            }
            if (lines.size() > MAX_LINES) {
                return;
            }
            lines.add(indent + shown(name) + "/");
            if (level < DEPTH) {
                tree.folder(folder.child(name)).ifPresent(inner -> draw(inner, level + 1));
            }
        }
        folder.files().stream()
                .filter(name -> !name.startsWith(".") && !OURS.contains(name))
                .limit(MAX_LINES)
                .forEach(name -> lines.add(indent + shown(name)));
    }

    /** {@code docs/agents}, and a {@code docs} that holds nothing else. */
    private boolean isOurs(Folder folder, String name) {
        if (folder.path().equals(DOCS) && name.equals(AGENTS)) {
            return true;
        }
        return folder.path().isEmpty()
                && name.equals(DOCS)
                && tree.folder(DOCS)
                        .filter(docs -> docs.files().isEmpty() && docs.folders().equals(List.of(AGENTS)))
                        .isPresent();
    }

    // names may hold what would end the fence around them
    private static String shown(String name) {
        return SafeText.line(name, MAX_NAME).replace('`', '\'');
    }
}

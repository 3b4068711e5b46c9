package dev.lindy.activities.git;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a commit object says: its place in the history and its message. */
record CommitText(String tree, List<String> parents, String message) {

    CommitText {
        parents = List.copyOf(parents);
    }

    static CommitText of(byte[] content) {
        String tree = "";
        List<String> parents = new ArrayList<>();
        String text = new String(content, StandardCharsets.UTF_8);
        int end = text.indexOf("\n\n");
        for (String line : text.lines().toList()) {
            if (line.startsWith("tree ")) {
                tree = line.substring("tree ".length());
            } else if (line.startsWith("parent ")) {
                parents.add(line.substring("parent ".length()));
            } else {
                break;
            }
        }
        return new CommitText(tree, parents, end < 0 ? "" : text.substring(end + 2));
    }
}

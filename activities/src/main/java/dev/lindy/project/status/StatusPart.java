package dev.lindy.project.status;

import java.util.List;

/**
 * Where a section is in the lines of a file.
 *
 * @param title of its heading, as written
 * @param heading index of the heading's line
 * @param end index of the first line behind the section
 * @param visible indices of the lines below the heading that are in no code fence and no HTML comment
 */
public record StatusPart(String title, int heading, int end, List<Integer> visible) {

    public StatusPart {
        visible = List.copyOf(visible);
    }
}

package dev.lindy.project.scan;

import org.jspecify.annotations.Nullable;

/**
 * One thing that does not fit.
 *
 * @param description a sentence without full stop
 * @param path from the project's root
 * @param line from 1, or 0 where the whole file or folder is meant
 * @param remediation one action that could mend it
 * @param module that it counts against, or null where it counts against all
 */
public record ScanFinding(
        Category category,
        Severity severity,
        String description,
        String path,
        int line,
        String remediation,
        @Nullable String module) {

    int penalty() {
        return category.penalty(severity);
    }
}

package dev.lindy.project.scan;

import java.util.Locale;

/** How bad a finding is, the worst first. */
public enum Severity {
    ERROR,
    WARNING,
    INFO;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether this is as bad as the other or worse. */
    public boolean reaches(Severity other) {
        return compareTo(other) <= 0;
    }
}

package dev.lindy.project.scan;

import java.util.Locale;

/** Kinds of findings in the order of the report, with the points that each takes from a module's grade. */
public enum Category {
    ARCHITECTURE_DRIFT("architecture", 30, 15, 5),
    CONTRACT_VIOLATION("contracts", 20, 10, 5),
    STATUS_DRIFT("status", 20, 15, 5),
    QUALITY("quality", 20, 10, 5);

    private final String area;
    private final int error;
    private final int warning;
    private final int info;

    Category(String area, int error, int warning, int info) {
        this.area = area;
        this.error = error;
        this.warning = warning;
        this.info = info;
    }

    /** As in the original's report and in JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Name of the category among the details of a grade. */
    public String area() {
        return area;
    }

    int penalty(Severity severity) {
        return switch (severity) {
            case ERROR -> error;
            case WARNING -> warning;
            case INFO -> info;
        };
    }
}

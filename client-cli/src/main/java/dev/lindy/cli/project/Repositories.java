package dev.lindy.cli.project;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks at the repositories of projects. */
@FunctionalInterface
public interface Repositories {

    /**
     * Refuses, with exit code 3, a project whose repository no run can start in.
     *
     * @param environment of the caller, to find git with
     * @param base commit-ish, or null for HEAD
     */
    void check(Project project, Map<String, String> environment, @Nullable String base);
}

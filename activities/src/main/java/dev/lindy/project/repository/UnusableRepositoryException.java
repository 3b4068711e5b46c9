package dev.lindy.project.repository;

import dev.lindy.activities.git.GitProblem;
import org.jspecify.annotations.Nullable;

/** What keeps a repository from serving, and what a person can do about it. */
public final class UnusableRepositoryException extends Exception {

    private static final long serialVersionUID = 1L;

    private final @Nullable String hint;

    private UnusableRepositoryException(String message, @Nullable String hint, Throwable cause) {
        super(message, cause);
        this.hint = hint;
    }

    static UnusableRepositoryException of(RuntimeException cause) {
        String hint = cause instanceof GitProblem problem ? problem.hint() : null;
        return new UnusableRepositoryException(String.valueOf(cause.getMessage()), hint, cause);
    }

    /** One action that could help, without the word hint; null where nobody knows one. */
    public @Nullable String hint() {
        return hint;
    }
}

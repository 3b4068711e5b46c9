package dev.lindy.project.status.merge;

import java.util.function.Function;

/** One thing as it is in the version that both sides come from, in ours and in the other one. */
record Versions<T>(T base, T ours, T theirs) {

    <R> Versions<R> map(Function<T, R> part) {
        return new Versions<>(part.apply(base), part.apply(ours), part.apply(theirs));
    }
}

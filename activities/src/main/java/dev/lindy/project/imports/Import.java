package dev.lindy.project.imports;

import java.util.List;

/**
 * One import of a source file.
 *
 * @param target as written, without quotes: dotted for Python (leading dots kept), JVM and .NET languages, with {@code
 *     ::} for Rust, a path or package for the others
 * @param names what is taken from the target where they are listed, for instance by {@code from a import b, c}
 * @param line from 1
 */
public record Import(String target, List<String> names, int line) {

    public Import {
        names = List.copyOf(names);
    }

    Import(String target, int line) {
        this(target, List.of(), line);
    }
}

package dev.lindy.project.discovery.coupling;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How one module uses another. */
@SuppressWarnings("ImmutableEnumChecker") // the lists are immutable copies
public enum Interface {
    API("api", List.of("api", "rest", "http", "endpoint", "graphql", "grpc")),
    FILE("file", List.of("file", "csv", "parquet")),
    DATABASE("database", List.of("database", "db", "sql", "table")),
    ENV_VAR("env_var", List.of("env", "environment", "config")),
    MESSAGE_QUEUE("message_queue", List.of("queue", "kafka", "rabbitmq", "topic")),
    /** Built into it: a dependency of its manifest, or an import. */
    LIBRARY("library", List.of("library", "import", "package"));

    private final String word;
    private final List<String> signs;

    Interface(String word, List<String> signs) {
        this.word = word;
        this.signs = signs;
    }

    /** The word in files. */
    public String word() {
        return word;
    }

    public static Optional<Interface> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
    }

    /** What a description most likely means: the first kind with a word that it holds, else an API. */
    public static Interface guess(String description) {
        List<String> words = List.of(description.toLowerCase(Locale.ROOT).split("\\W+", -1));
        return Arrays.stream(values())
                .filter(one -> one.signs.stream().anyMatch(words::contains))
                .findFirst()
                .orElse(API);
    }
}

package dev.lindy.cli.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What onboarding has to do in a folder. */
enum OnboardMode {
    /** There is no config yet. */
    FIRST("first time: find modules, write all files"),
    /** There is a config; what people changed stays. */
    AGAIN("again: bring the files up to date, keep your changes"),
    /** There is nothing yet: an agent proposes modules. */
    SCAFFOLD("from a description: the planner proposes modules");

    static final String CONFIG = "orchestrator.yaml";
    static final String NESTED_CONFIG = ".orchestrator/config.yaml";

    private static final int MAX_BLANK = 4096;

    private final String description;

    OnboardMode(String description) {
        this.description = description;
    }

    String description() {
        return description;
    }

    /** An empty file is none. */
    static boolean hasConfig(Path root) {
        return holdsSomething(root.resolve(CONFIG)) || Files.exists(root.resolve(NESTED_CONFIG));
    }

    private static boolean holdsSomething(Path file) {
        try {
            return Files.exists(file)
                    && !(Files.isRegularFile(file)
                            && Files.size(file) <= MAX_BLANK
                            && Files.readString(file, StandardCharsets.ISO_8859_1)
                                    .isBlank());
        } catch (IOException unreadable) {
            return true;
        }
    }
}

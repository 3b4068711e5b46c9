package dev.lindy.cli.command;

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

    private final String description;

    OnboardMode(String description) {
        this.description = description;
    }

    String description() {
        return description;
    }

    static boolean hasConfig(Path root) {
        return Files.exists(root.resolve(CONFIG)) || Files.exists(root.resolve(NESTED_CONFIG));
    }
}

package dev.lindy.project.discovery.generate;

import dev.lindy.project.discovery.analysis.ModuleProfile;
import dev.lindy.project.discovery.generate.GeneratedFile.Kind;
import java.util.ArrayList;
import java.util.List;

/** Makes all files of an onboarded project. The same project and answers give the same texts, but for times. */
public final class Generator {

    private final Onboarding onboarding;
    private final List<GeneratedFile> files = new ArrayList<>();

    private Generator(Onboarding onboarding) {
        this.onboarding = onboarding;
    }

    /** Everything: config, guides, map, contracts where there are some, and states. */
    public static List<GeneratedFile> all(Onboarding onboarding) {
        Generator generator = new Generator(onboarding);
        generator.add(ConfigDocument.PATH, ConfigDocument.render(onboarding), Kind.DOCUMENT);
        generator.add(SchemaFile.PATH, SchemaFile.render(), Kind.COPY);
        generator.guides();
        generator.documents();
        generator.states();
        generator.add(IgnoreLines.PATH, IgnoreLines.addTo(""), Kind.LINES);
        return List.copyOf(generator.files);
    }

    /** What {@code init} makes: the config, and states unless they are not wanted. */
    public static List<GeneratedFile> least(Onboarding onboarding, boolean withStates) {
        Generator generator = new Generator(onboarding);
        generator.add(ConfigDocument.PATH, ConfigDocument.render(onboarding), Kind.DOCUMENT);
        generator.add(SchemaFile.PATH, SchemaFile.render(), Kind.COPY);
        if (withStates) {
            generator.states();
        }
        generator.add(IgnoreLines.PATH, IgnoreLines.addTo(""), Kind.LINES);
        return List.copyOf(generator.files);
    }

    private void guides() {
        add("CLAUDE.md", RootGuide.render(onboarding), Kind.DOCUMENT);
        add("AGENTS.md", AgentsGuide.render(onboarding), Kind.DOCUMENT);
        for (ModuleProfile module : onboarding.modules()) {
            if (!module.isRoot()) {
                add(module.module().folder().child("CLAUDE.md"), ModuleGuide.render(onboarding, module), Kind.DOCUMENT);
            }
        }
    }

    private void documents() {
        if (onboarding.answers().hasContracts()) {
            add("CONTRACTS.md", ContractsDocument.render(onboarding), Kind.DOCUMENT);
        }
        add("ARCHITECTURE.md", ArchitectureDocument.render(onboarding), Kind.DOCUMENT);
        add("docs/agents/protocol.md", AgentDocuments.protocol(onboarding), Kind.DOCUMENT);
        add("docs/agents/conventions.md", AgentDocuments.conventions(onboarding), Kind.DOCUMENT);
        add("docs/agents/boundaries.md", AgentDocuments.boundaries(onboarding), Kind.DOCUMENT);
    }

    private void states() {
        for (ModuleProfile module : onboarding.modules()) {
            add(
                    module.module().folder().child("STATUS.md"),
                    StatusDocument.render(module.name(), onboarding.at()),
                    Kind.STATE);
        }
    }

    private void add(String path, String content, Kind kind) {
        files.add(new GeneratedFile(path, content, kind));
    }
}

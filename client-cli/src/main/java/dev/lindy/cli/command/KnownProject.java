package dev.lindy.cli.command;

import dev.lindy.cli.project.Project;
import dev.lindy.cli.view.Console;
import dev.lindy.cli.view.Sanitizer;
import dev.lindy.document.DocumentReader;
import dev.lindy.project.config.ConfigLoader;
import dev.lindy.project.config.GatesConfig.Structural;
import dev.lindy.project.config.ModuleConfig;
import dev.lindy.project.config.ProjectConfig;
import dev.lindy.project.discovery.analysis.Analyzer;
import dev.lindy.project.discovery.analysis.KnownModule;
import dev.lindy.project.discovery.analysis.ModuleProfile;
import dev.lindy.project.discovery.analysis.ProjectProfile;
import dev.lindy.project.discovery.generate.ConfigAmendment;
import dev.lindy.project.discovery.generate.GeneratedFile;
import dev.lindy.project.discovery.generate.GeneratedFile.Kind;
import dev.lindy.project.discovery.interview.Answers;
import dev.lindy.project.discovery.interview.Defaults;
import dev.lindy.project.discovery.merge.Memory;
import dev.lindy.project.file.ProjectFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A project that has a config: what that says is where a new proposal starts from. */
final class KnownProject {

    private final CommandContext context;
    private final Path root;

    KnownProject(CommandContext context, Path root) {
        this.context = context;
        this.root = root;
    }

    /** Modules of the config keep their names; new ones are added, but for those that somebody has taken out. */
    Proposal propose(Analyzer analyzer) {
        String name =
                Files.exists(root.resolve(OnboardMode.NESTED_CONFIG)) ? OnboardMode.NESTED_CONFIG : OnboardMode.CONFIG;
        Project project = context.project(root.resolve(name));
        List<KnownModule> known = modules(project.config());
        List<String> dismissed = remembered().stream()
                .map(KnownModule::path)
                .filter(path -> known.stream().noneMatch(module -> module.path().equals(path)))
                .toList();
        ProjectProfile profile = analyzer.again(known, dismissed)
                .withName(project.config().project().name());
        tellNews(known, profile);
        project.config().modules().forEach(this::warnOfPassword);
        Answers defaults = Defaults.of(profile, project.config().project().branchPrefix());
        List<String> sensitive = project.config().gates().structural().sensitivePatterns();
        return new Proposal(
                profile,
                sensitive.equals(Structural.defaults().sensitivePatterns())
                        ? defaults
                        : defaults.withSensitive(sensitive),
                amended(name, known, profile));
    }

    private Optional<GeneratedFile> amended(String name, List<KnownModule> known, ProjectProfile profile) {
        List<KnownModule> news = profile.modules().stream()
                .map(module -> new KnownModule(module.name(), module.module().path()))
                .filter(module -> !known.contains(module))
                .toList();
        return news.isEmpty()
                ? Optional.empty()
                : text(name)
                        .flatMap(text -> ConfigAmendment.add(text, news))
                        .map(text -> new GeneratedFile(name, text, Kind.AMENDED));
    }

    private Optional<String> text(String name) {
        try {
            byte[] bytes = new ProjectFiles(root).read(name, DocumentReader.MAX_CHARS);
            return Optional.of(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private void tellNews(List<KnownModule> known, ProjectProfile profile) {
        Console console = context.console();
        List<String> paths = known.stream().map(KnownModule::path).toList();
        List<String> found =
                profile.modules().stream().map(module -> module.module().path()).toList();
        for (ModuleProfile module : profile.modules()) {
            if (!paths.contains(module.module().path())) {
                console.info("new module: " + Sanitizer.line(module.name()));
            }
        }
        known.stream()
                .filter(module -> !found.contains(module.path()))
                .forEach(module -> console.warning(
                        "the folder of module `%s` is gone: `%s`".formatted(module.name(), module.path())));
    }

    /** The original cut the owner out of addresses with their password. */
    private void warnOfPassword(ModuleConfig module) {
        if (module.repo().contains("@")) {
            context.console()
                    .warning(
                            "`repo` of module `%s` may hold a password; write `owner/name` there, and change the password"
                                    .formatted(module.name()));
        }
    }

    private List<KnownModule> remembered() {
        Optional<String> text = new Memory(root).of(OnboardMode.CONFIG);
        return text.map(before -> ConfigLoader.parse(before, OnboardMode.CONFIG).config()).stream()
                .flatMap(KnownProject::stream)
                .toList();
    }

    private static Stream<KnownModule> stream(ProjectConfig config) {
        return modules(config).stream();
    }

    private static List<KnownModule> modules(ProjectConfig config) {
        return config.modules().stream().map(KnownProject::known).toList();
    }

    private static KnownModule known(ModuleConfig module) {
        return new KnownModule(module.name(), module.folder());
    }
}

package dev.lindy.project.scan;

import dev.lindy.project.config.ModuleConfig;
import dev.lindy.project.config.ProjectConfig;
import dev.lindy.project.file.ProjectFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Looks where a project's documents and its folders have drifted apart. Reads only. */
public final class Scan {

    private final Path root;
    private final ProjectConfig config;
    private final Instant now;

    public Scan(Path root, ProjectConfig config, Instant now) {
        this.root = root;
        this.config = config;
        this.now = now;
    }

    /**
     * What was found.
     *
     * @param findings by category, in the order of the config
     * @param grades one for each module, in the order of the config
     * @param problems what could not be looked at, one sentence each
     */
    public record Report(List<ScanFinding> findings, List<ModuleGrade> grades, List<String> problems) {

        public Report {
            findings = List.copyOf(findings);
            grades = List.copyOf(grades);
            problems = List.copyOf(problems);
        }

        /** The findings and the grade of one module. */
        public Report of(String module) {
            return new Report(
                    findings.stream()
                            .filter(finding -> module.equals(finding.module()))
                            .toList(),
                    grades.stream()
                            .filter(grade -> grade.module().equals(module))
                            .toList(),
                    problems);
        }
    }

    /**
     * Looks at documents and folders.
     *
     * @param callerEnvironment to find git with, where branches matter
     */
    public Report look(Map<String, String> callerEnvironment) {
        ProjectFiles files = new ProjectFiles(root);
        List<ModuleConfig> modules = config.modules();
        int maxLines = config.gates().structural().maxFileLines();
        SourceTree tree = SourceTree.walk(real(root), modules, maxLines);
        TaskBranches branches = new TaskBranches(root, config.project().branchPrefix(), callerEnvironment);
        List<ScanFinding> found = new ArrayList<>();
        found.addAll(new ArchitectureRules(files, modules, tree).look());
        found.addAll(new ContractRules(files, modules).look());
        found.addAll(new StatusRules(files, branches, now).look(modules));
        found.addAll(new QualityRules(tree, maxLines).look(modules));
        List<ModuleGrade> grades = modules.stream()
                .map(module -> ModuleGrade.of(module.name(), found, modules.size()))
                .toList();
        return new Report(found, grades, tree.problems());
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException("could not read `" + folder + "`", e);
        }
    }
}

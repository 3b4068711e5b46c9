package dev.lindy.project.scan;

import dev.lindy.project.config.ModuleConfig;
import dev.lindy.project.scan.ModuleSources.LongFile;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Source files that are too long, and modules without tests. */
final class QualityRules {

    /** So many long files are named. */
    private static final int MAX_NAMED = 5;

    private final SourceTree tree;
    private final int maxLines;

    QualityRules(SourceTree tree, int maxLines) {
        this.tree = tree;
        this.maxLines = maxLines;
    }

    List<ScanFinding> look(List<ModuleConfig> modules) {
        List<ScanFinding> found = new ArrayList<>();
        for (ModuleConfig module : modules) {
            ModuleSources sources = tree.module(module.name());
            List<LongFile> longFiles = sources.longFiles();
            if (!longFiles.isEmpty()) {
                found.add(finding(module, tooLong(module, longFiles), "split them"));
            }
            if (sources.hasSourcesWithoutTests()) {
                found.add(finding(
                        module,
                        "module `%s` has no tests".formatted(module.name()),
                        "add a folder `tests`, or test files beside the sources"));
            }
        }
        return found;
    }

    private String tooLong(ModuleConfig module, List<LongFile> files) {
        String named = files.stream()
                .limit(MAX_NAMED)
                .map(file -> file.path() + " (" + file.lines() + ")")
                .collect(Collectors.joining(", "));
        String more = files.size() > MAX_NAMED ? " and %d more".formatted(files.size() - MAX_NAMED) : "";
        return "module `%s` has %d source file%s of more than %d lines: %s%s"
                .formatted(module.name(), files.size(), files.size() == 1 ? "" : "s", maxLines, named, more);
    }

    private static ScanFinding finding(ModuleConfig module, String description, String remediation) {
        String folder = module.isRoot() ? "." : module.folder();
        return new ScanFinding(Category.QUALITY, Severity.WARNING, description, folder, 0, remediation, module.name());
    }
}

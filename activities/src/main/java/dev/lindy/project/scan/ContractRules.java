package dev.lindy.project.scan;

import dev.lindy.project.config.ModuleConfig;
import dev.lindy.project.file.ProjectFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** CONTRACTS.md of a project with several modules. */
final class ContractRules {

    private static final List<String> PATHS = List.of("CONTRACTS.md", ".orchestrator/contracts.md");

    /** Headings that say how modules meet, as generated documents have them. */
    private static final String[] INTERFACES = {
        "api", "interface", "data exchange", "database", "environment variable", "message queue"
    };

    private final ProjectFiles files;
    private final List<ModuleConfig> modules;
    private final List<ScanFinding> found = new ArrayList<>();

    ContractRules(ProjectFiles files, List<ModuleConfig> modules) {
        this.files = files;
        this.modules = modules;
    }

    List<ScanFinding> look() {
        if (modules.size() < 2) {
            return List.of();
        }
        DocumentFile file = DocumentFile.find(files, PATHS);
        if (file instanceof DocumentFile.Missing missing) {
            add(
                    Severity.WARNING,
                    "several modules, but no CONTRACTS.md",
                    missing.path(),
                    "make it with `lindy onboard`",
                    null);
        } else if (file instanceof DocumentFile.Unreadable unreadable) {
            String description = "CONTRACTS.md cannot be read: " + unreadable.reason();
            add(Severity.WARNING, description, unreadable.path(), "make it a UTF-8 text file of the project", null);
        } else if (file instanceof DocumentFile.Present present) {
            read(present);
        } else {
            throw new IllegalStateException("Unexpected document: " + file);
        }
        return found;
    }

    private void read(DocumentFile.Present file) {
        MarkdownLines document = MarkdownLines.of(file.text());
        if (!document.hasHeading(INTERFACES)) {
            add(
                    Severity.WARNING,
                    "CONTRACTS.md has no section about interfaces",
                    file.path(),
                    "add a section such as `## API Contracts`",
                    null);
        }
        if (!document.hasHeading("change protocol")) {
            add(
                    Severity.WARNING,
                    "CONTRACTS.md has no section `Change Protocol`",
                    file.path(),
                    "add `## Change Protocol`: how a contract may change",
                    null);
        }
        for (ModuleConfig module : modules) {
            if (!names(file.text(), module.name())) {
                add(
                        Severity.INFO,
                        "module `%s` is not mentioned in CONTRACTS.md".formatted(module.name()),
                        file.path(),
                        "say what it offers and needs",
                        module.name());
            }
        }
    }

    /** As a word of its own: {@code api} is not in {@code capital}. */
    private static boolean names(String text, String module) {
        return Pattern.compile("(?<![\\w-])" + Pattern.quote(module) + "(?![\\w-])", Pattern.CASE_INSENSITIVE)
                .matcher(text)
                .find();
    }

    private void add(Severity severity, String description, String path, String remediation, @Nullable String module) {
        found.add(new ScanFinding(Category.CONTRACT_VIOLATION, severity, description, path, 0, remediation, module));
    }
}

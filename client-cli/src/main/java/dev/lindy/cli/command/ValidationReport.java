package dev.lindy.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lindy.cli.problem.UserProblem;
import dev.lindy.cli.project.ModuleHealth;
import dev.lindy.cli.project.Project;
import dev.lindy.cli.view.Console;
import dev.lindy.cli.view.Sanitizer;
import dev.lindy.cli.view.Style;
import dev.lindy.cli.view.TextTable;
import dev.lindy.cli.view.TextTable.Cell;
import dev.lindy.cli.view.Words;
import dev.lindy.project.config.ModuleConfig;
import java.nio.file.Files;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found in a project.
 *
 * @param config name of the config file, or null where there is none
 * @param project null where its config cannot be read
 */
record ValidationReport(
        @Nullable String config,
        @Nullable Project project,
        List<UserProblem.Line> problems,
        List<UserProblem.Line> warnings) {

    ValidationReport {
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
    }

    /** Of a project whose config cannot be read. */
    static ValidationReport unread(
            @Nullable String config, List<UserProblem.Line> problems, List<UserProblem.Line> warnings) {
        return new ValidationReport(config, null, problems, warnings);
    }

    /** Prints modules as data and warnings beside them; problems are the caller's. */
    void print(Console console) {
        if (project != null) {
            console.data("%s: %s"
                    .formatted(
                            Sanitizer.line(String.valueOf(config)),
                            Words.count(project.config().modules().size(), "module")));
            TextTable table = table(project);
            if (!table.isEmpty()) {
                table.lines(console.dataColors()).forEach(console::data);
            }
        }
        warnings.forEach(warning ->
                console.warning(warning.message() + (warning.hint() == null ? "" : " (" + warning.hint() + ")")));
    }

    private static TextTable table(Project project) {
        TextTable table = new TextTable("MODULE", "FOLDER", "HEALTH", "ACTIVE", "BLOCKERS");
        List<ModuleHealth> health = ModuleHealth.of(project);
        for (int i = 0; i < health.size(); i++) {
            ModuleConfig module = project.config().modules().get(i);
            ModuleHealth status = health.get(i);
            boolean isThere = isThere(project, module);
            table.row(
                    new Cell(Style.LITERAL, Sanitizer.line(module.name())),
                    new Cell(
                            isThere ? Style.PLAIN : Style.FAILED,
                            Sanitizer.line(module.path()) + (isThere ? "" : " (missing)")),
                    Cell.of(Sanitizer.line(status.health())),
                    Cell.of(Integer.toString(status.active())),
                    Cell.of(Integer.toString(status.blockerCount())));
        }
        return table;
    }

    private static boolean isThere(Project project, ModuleConfig module) {
        return Files.isDirectory(project.root().resolve(module.path()));
    }

    /** The form of {@code validate --json}. */
    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("valid", problems.isEmpty());
        json.put("config", config);
        ArrayNode modules = json.putArray("modules");
        if (project != null) {
            List<ModuleHealth> health = ModuleHealth.of(project);
            for (int i = 0; i < health.size(); i++) {
                ObjectNode module = modules.addObject();
                health.get(i).write(module);
                ModuleConfig named = project.config().modules().get(i);
                module.put("path", named.path()).put("exists", isThere(project, named));
            }
        }
        write(json.putArray("problems"), problems);
        write(json.putArray("warnings"), warnings);
        return json;
    }

    private static void write(ArrayNode array, List<UserProblem.Line> lines) {
        lines.forEach(line -> array.addObject().put("message", line.message()).put("hint", line.hint()));
    }
}

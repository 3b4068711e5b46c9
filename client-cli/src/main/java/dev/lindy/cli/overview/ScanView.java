package dev.lindy.cli.overview;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lindy.cli.view.Console;
import dev.lindy.cli.view.Sanitizer;
import dev.lindy.cli.view.Style;
import dev.lindy.cli.view.TextTable;
import dev.lindy.cli.view.TextTable.Cell;
import dev.lindy.cli.view.Words;
import dev.lindy.project.scan.ModuleGrade;
import dev.lindy.project.scan.Scan;
import dev.lindy.project.scan.ScanFinding;
import dev.lindy.project.scan.Severity;
import java.util.List;
import java.util.stream.Collectors;

/** The report of {@code scan}. */
public final class ScanView {

    private final Console console;

    public ScanView(Console console) {
        this.console = console;
    }

    public void json(Scan.Report report, boolean gradesOnly) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (!gradesOnly) {
            ArrayNode findings = json.putArray("findings");
            report.findings().forEach(finding -> finding(findings.addObject(), finding));
        }
        ArrayNode grades = json.putArray("grades");
        report.grades().forEach(grade -> grade(grades.addObject(), grade));
        ArrayNode problems = json.putArray("problems");
        report.problems().forEach(problems::add);
        console.data(json);
    }

    private static void finding(ObjectNode json, ScanFinding finding) {
        json.put("category", finding.category().word());
        json.put("severity", finding.severity().word());
        json.put("description", finding.description());
        json.put("path", finding.path());
        json.put("line", finding.line() == 0 ? null : finding.line());
        json.put("remediation", finding.remediation());
        json.put("module", finding.module());
    }

    private static void grade(ObjectNode json, ModuleGrade grade) {
        json.put("module", grade.module());
        json.put("grade", grade.grade());
        json.put("score", grade.score());
        ObjectNode details = json.putObject("details");
        grade.lost().forEach((category, points) -> details.put(category.area(), points));
    }

    public void text(Scan.Report report, boolean gradesOnly) {
        if (!gradesOnly) {
            report.findings().forEach(this::finding);
        }
        if (!report.grades().isEmpty()) {
            grades(report.grades()).lines(console.dataColors()).forEach(console::data);
        }
        console.result(sum(report.findings()));
    }

    private void finding(ScanFinding finding) {
        String place = finding.path() + (finding.line() == 0 ? "" : ":" + finding.line());
        String severity = console.dataColors()
                .paint(style(finding.severity()), finding.severity().word());
        console.data("%s: %s: %s [%s]"
                .formatted(
                        console.dataColors().paint(Style.LITERAL, Sanitizer.line(place)),
                        severity,
                        Sanitizer.line(finding.description()),
                        finding.category().word()));
        console.data(
                "    " + console.dataColors().paint(Style.HINT, "fix:") + " " + Sanitizer.line(finding.remediation()));
    }

    private static Style style(Severity severity) {
        return switch (severity) {
            case ERROR -> Style.FAILED;
            case WARNING -> Style.WARNING;
            case INFO -> Style.DIM;
        };
    }

    private static TextTable grades(List<ModuleGrade> grades) {
        TextTable table = new TextTable("MODULE", "GRADE", "SCORE", "LOST");
        grades.forEach(grade -> table.row(
                new Cell(Style.LITERAL, Sanitizer.line(grade.module())),
                Cell.of(grade.grade()),
                Cell.of(Integer.toString(grade.score())),
                Cell.of(lost(grade))));
        return table;
    }

    private static String lost(ModuleGrade grade) {
        return grade.lost().entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> entry.getKey().area() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String sum(List<ScanFinding> findings) {
        if (findings.isEmpty()) {
            return "no findings";
        }
        return "%s, %s, %d for information"
                .formatted(
                        Words.count(count(findings, Severity.ERROR), "error"),
                        Words.count(count(findings, Severity.WARNING), "warning"),
                        count(findings, Severity.INFO));
    }

    private static long count(List<ScanFinding> findings, Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }
}

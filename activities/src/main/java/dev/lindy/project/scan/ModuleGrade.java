package dev.lindy.project.scan;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How a module stands.
 *
 * @param score 0 to 100
 * @param lost points by category
 */
public record ModuleGrade(String module, int score, Map<Category, Integer> lost) {

    public ModuleGrade {
        lost = Collections.unmodifiableMap(new EnumMap<>(lost));
    }

    /** Findings that belong to no module cost each module an equal part of their points, rounded down. */
    static ModuleGrade of(String module, List<ScanFinding> findings, int modules) {
        Map<Category, Integer> lost = new EnumMap<>(Category.class);
        for (Category category : Category.values()) {
            lost.put(category, 0);
        }
        for (ScanFinding finding : findings) {
            if (finding.module() == null) {
                lost.merge(finding.category(), finding.penalty() / modules, Integer::sum);
            } else if (finding.module().equals(module)) {
                lost.merge(finding.category(), finding.penalty(), Integer::sum);
            }
        }
        int sum = lost.values().stream().mapToInt(Integer::intValue).sum();
        return new ModuleGrade(module, Math.max(0, 100 - sum), lost);
    }

    /** {@code A} to {@code F}. */
    public String grade() {
        if (score >= 90) {
            return "A";
        }
        if (score >= 75) {
            return "B";
        }
        if (score >= 60) {
            return "C";
        }
        return score >= 40 ? "D" : "F";
    }
}

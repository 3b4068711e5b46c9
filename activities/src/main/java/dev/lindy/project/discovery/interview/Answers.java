package dev.lindy.project.discovery.interview;

import dev.lindy.project.discovery.coupling.Coupling;
import dev.lindy.project.discovery.manifest.ModuleCommand;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a project says of itself once the interview is over.
 *
 * @param roles what a module is there for, by its name; modules that nobody was asked about are not in it
 * @param couplings which modules need which, found or told
 * @param checks commands that judge the work on a module, by its name
 * @param sensitive glob patterns of files that no agent may commit
 * @param complexity how much modules have to do with each other: 1 loose, 2 moderate, 3 tight
 * @param branchPrefix first part of task branches
 */
public record Answers(
        String description,
        Map<String, String> roles,
        List<Coupling> couplings,
        Map<String, List<ModuleCommand>> checks,
        List<String> sensitive,
        int complexity,
        String branchPrefix) {

    public static final List<String> SENSITIVE = List.of(".env", ".env.*", "*.key", "*.pem");
    public static final String BRANCH_PREFIX = "af";

    /** From here on modules share contracts. */
    public static final int MODERATE = 2;

    public static final int TIGHT = 3;

    public Answers {
        roles = Collections.unmodifiableMap(new LinkedHashMap<>(roles));
        couplings = List.copyOf(couplings);
        checks = Collections.unmodifiableMap(new LinkedHashMap<>(checks));
        sensitive = List.copyOf(sensitive);
        if (complexity < 1 || complexity > TIGHT) {
            throw new IllegalArgumentException("complexity must be 1 to 3: " + complexity);
        }
    }

    /** Whether there is something to agree on between modules. */
    public boolean hasContracts() {
        return complexity >= MODERATE;
    }

    public Answers withDescription(String other) {
        return new Answers(other, roles, couplings, checks, sensitive, complexity, branchPrefix);
    }

    public Answers withSensitive(List<String> others) {
        return new Answers(description, roles, couplings, checks, others, complexity, branchPrefix);
    }
}

package dev.lindy.project.discovery.interview;

import dev.lindy.project.discovery.analysis.ModuleProfile;
import dev.lindy.project.discovery.analysis.ProjectProfile;
import dev.lindy.project.discovery.coupling.Coupling;
import dev.lindy.project.discovery.coupling.Interface;
import dev.lindy.project.discovery.manifest.ModuleCommand;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The seven questions of onboarding. Each shows what an empty answer means, and a wrong answer is asked again. */
public final class Interview {

    /** Wrong answers to one question before its default is taken. */
    private static final int MAX_TRIES = 3;

    private final ProjectProfile profile;
    private final Answers defaults;
    private final Asker person;
    private final Predicate<String> isBranchPrefix;

    /** @param isBranchPrefix tells whether git allows a branch to begin so */
    public Interview(ProjectProfile profile, Answers defaults, Asker person, Predicate<String> isBranchPrefix) {
        this.profile = profile;
        this.defaults = defaults;
        this.person = person;
        this.isBranchPrefix = isBranchPrefix;
    }

    public Answers run() {
        String description = person.ask("1. What is this project for?", defaults.description());
        Map<String, String> roles = roles();
        List<Coupling> couplings = profile.hasSeveralModules() ? couplings() : List.of();
        Map<String, List<ModuleCommand>> checks = checks();
        List<String> sensitive = sensitive();
        int complexity = profile.hasSeveralModules() ? complexity() : defaults.complexity();
        return new Answers(description, roles, couplings, checks, sensitive, complexity, branchPrefix());
    }

    /** Only modules of which nothing is known are asked about. */
    private Map<String, String> roles() {
        Map<String, String> roles = new LinkedHashMap<>(defaults.roles());
        for (ModuleProfile module : profile.modules()) {
            if (module.patterns().isEmpty()) {
                String known = roles.getOrDefault(module.name(), "");
                String role = person.ask("2. What is `%s` responsible for?".formatted(module.name()), known);
                if (!role.isEmpty()) {
                    roles.put(module.name(), role);
                }
            }
        }
        return roles;
    }

    private List<Coupling> couplings() {
        List<Coupling> couplings = new ArrayList<>(defaults.couplings());
        person.tell("3. Which modules need which, besides what was found? `from -> to: what for`; empty when done");
        for (int wrong = 0; wrong < MAX_TRIES; ) {
            String line = person.ask("   needs", "");
            if (line.isEmpty()) {
                return couplings;
            }
            Optional<Coupling> coupling = coupling(line);
            if (coupling.isPresent()) {
                couplings.add(coupling.get());
            } else {
                wrong++;
            }
        }
        return couplings;
    }

    private Optional<Coupling> coupling(String line) {
        String[] sides = line.split("->", 2);
        if (sides.length < 2) {
            person.tell("   write it as `from -> to: what for`");
            return Optional.empty();
        }
        String[] right = sides[1].split(":", 2);
        String from = sides[0].strip();
        String to = right[0].strip();
        String description = right.length > 1 ? right[1].strip() : "";
        List<String> names = profile.modules().stream().map(ModuleProfile::name).toList();
        if (!names.contains(from) || !names.contains(to) || from.equals(to)) {
            person.tell("   name two of the modules: " + String.join(", ", names));
            return Optional.empty();
        }
        return Optional.of(Coupling.said(from, to, Interface.guess(description), description));
    }

    private Map<String, List<ModuleCommand>> checks() {
        Map<String, List<ModuleCommand>> checks = new LinkedHashMap<>();
        for (ModuleProfile module : profile.modules()) {
            List<ModuleCommand> known = defaults.checks().getOrDefault(module.name(), List.of());
            String shown =
                    String.join(", ", known.stream().map(ModuleCommand::line).toList());
            String answer = person.ask(
                    "4. Commands that check `%s`, with commas between them (`none` for none)?".formatted(module.name()),
                    shown);
            checks.put(module.name(), answer.equals(shown) ? known : Checks.parse(answer));
        }
        return checks;
    }

    private List<String> sensitive() {
        String more = person.ask(
                "5. Files that no agent may commit, besides %s?".formatted(String.join(" ", defaults.sensitive())), "");
        List<String> all = new ArrayList<>(defaults.sensitive());
        Arrays.stream(more.split("[,\\s]+", -1))
                .filter(pattern -> !pattern.isBlank() && !all.contains(pattern))
                .forEach(all::add);
        return all;
    }

    private int complexity() {
        String question = "6. How closely do modules work together: 1 loosely, 2 sharing contracts, 3 tightly?";
        String fallback = Integer.toString(defaults.complexity());
        for (int i = 0; i < MAX_TRIES; i++) {
            String answer = person.ask(question, fallback);
            if (answer.matches("[123]")) {
                return Integer.parseInt(answer);
            }
            person.tell("   answer 1, 2 or 3");
        }
        return defaults.complexity();
    }

    private String branchPrefix() {
        for (int i = 0; i < MAX_TRIES; i++) {
            String answer = person.ask("7. First part of the names of branches?", defaults.branchPrefix());
            if (isBranchPrefix.test(answer)) {
                return answer;
            }
            person.tell("   git allows no branch that begins so; use letters, digits and `-`");
        }
        return defaults.branchPrefix();
    }
}

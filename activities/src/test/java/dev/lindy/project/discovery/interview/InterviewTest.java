package dev.lindy.project.discovery.interview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.lindy.project.config.BranchPrefix;
import dev.lindy.project.discovery.Layouts;
import dev.lindy.project.discovery.analysis.ProjectProfile;
import dev.lindy.project.discovery.coupling.Coupling;
import dev.lindy.project.discovery.coupling.Interface;
import dev.lindy.project.discovery.manifest.ModuleCommand;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterviewTest {

    @TempDir
    private Path root;

    /** Gives the answers one after the other, then empty ones, and remembers what was asked. */
    private static final class Script implements Asker {

        private final Deque<String> answers = new ArrayDeque<>();
        private final List<String> said = new ArrayList<>();

        Script(String... answers) {
            this.answers.addAll(List.of(answers));
        }

        @Override
        public String ask(String question, String fallback) {
            said.add(question + " [" + fallback + "]");
            String answer = answers.isEmpty() ? "" : answers.remove();
            return answer.isEmpty() ? fallback : answer;
        }

        @Override
        public void tell(String line) {
            said.add(line);
        }
    }

    @Test
    void takesTheDefaultsForEmptyAnswers() {
        ProjectProfile profile = Layouts.polyglot(root).profile();
        Answers defaults = Defaults.of(profile);

        assertThat(run(profile, new Script())).isEqualTo(defaults);
    }

    @Test
    void asksOneModuleNeitherForCouplingsNorForComplexity() {
        Script script = new Script();

        run(Layouts.small(root).profile(), script);

        assertThat(script.said).noneMatch(line -> line.startsWith("3") || line.startsWith("6"));
        assertThat(script.said).anyMatch(line -> line.startsWith("7"));
    }

    @Test
    void takesWhatIsAnswered() {
        ProjectProfile profile = Layouts.go(root).profile();
        Script script = new Script(
                "Sells boats",
                "makes code",
                "gen -> api: reads its tables in SQL",
                "",
                "make check, make lint",
                "none",
                "*.p12 secrets/",
                "3",
                "lx");

        Answers answers = run(profile, script);

        assertThat(answers.description()).isEqualTo("Sells boats");
        assertThat(answers.roles()).containsEntry("gen", "makes code");
        assertThat(answers.couplings())
                .contains(Coupling.said("gen", "api", Interface.DATABASE, "reads its tables in SQL"));
        assertThat(answers.checks().get("api"))
                .extracting(ModuleCommand::name, ModuleCommand::line)
                .containsExactly(tuple("make", "make check"), tuple("make-2", "make lint"));
        assertThat(answers.checks().get("gen")).isEmpty();
        assertThat(answers.sensitive()).containsExactly(".env", ".env.*", "*.key", "*.pem", "*.p12", "secrets/");
        assertThat(answers.complexity()).isEqualTo(3);
        assertThat(answers.branchPrefix()).isEqualTo("lx");
    }

    @Test
    void asksAgainAfterAWrongAnswer() {
        ProjectProfile profile = Layouts.maven(root).profile();
        Script script = new Script(
                "", "", "core -> nowhere", "core orders", "core -> orders", "", "", "", "", "7", "1", "a b", "ok");

        Answers answers = run(profile, script);

        assertThat(script.said)
                .contains(
                        "   name two of the modules: core, orders",
                        "   write it as `from -> to: what for`",
                        "   answer 1, 2 or 3");
        assertThat(answers.couplings()).contains(Coupling.said("core", "orders", Interface.API, ""));
        assertThat(answers.complexity()).isEqualTo(1);
        assertThat(answers.branchPrefix()).isEqualTo("ok");
    }

    private static Answers run(ProjectProfile profile, Script script) {
        return new Interview(profile, Defaults.of(profile), script, BranchPrefix::isValid).run();
    }
}

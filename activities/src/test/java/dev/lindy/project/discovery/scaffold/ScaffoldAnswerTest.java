package dev.lindy.project.discovery.scaffold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.project.discovery.SampleProject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScaffoldAnswerTest {

    @Test
    void readsWhatTheOriginalAskedFor() {
        ScaffoldAnswer answer = ScaffoldAnswer.read("""
                Sure! ```json
                {"project_name": "shop", "modules": [
                  {"name": "api", "path": "api", "tech_stack": ["Go"], "test_commands": ["go test ./..."]},
                  {"name": "web", "path": "web"}],
                 "cross_deps": [{"from_module": "web", "to_module": "api", "description": "reads a CSV file"}],
                 "coordination_complexity": 3, "branch_prefix": "lx", "sensitive_paths": ["*.p12"],
                 "qa_requirements": {"web": ["npm test"]}, "monorepo": true}
                ```""");

        assertThat(answer.problems()).isEmpty();
        assertThat(SampleProject.paths(answer.profile())).isEqualTo(Map.of("api", "api", "web", "web"));
        assertThat(SampleProject.couplings(answer.profile())).containsExactly("web -> api file ");
        assertThat(answer.answers().checks().get("api").get(0).line()).isEqualTo("go test ./...");
        assertThat(answer.answers().checks().get("web").get(0).line()).isEqualTo("npm test");
        assertThat(answer.answers().complexity()).isEqualTo(3);
        assertThat(answer.answers().branchPrefix()).isEqualTo("lx");
        assertThat(answer.answers().sensitive()).contains(".env", "*.p12");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no",
                "}{",
                "{}",
                "[1]",
                "{\"modules\": 7}",
                "{\"modules\": [7]}",
                "{\"modules\": [{\"name\": \"a\", \"path\": \"../a\"}]}",
                "{\"modules\": [{\"name\": \"a\", \"path\": \"/etc\"}]}",
                "{\"modules\": [{\"name\": \"a\", \"path\": \"a/../../b\"}]}",
                "{\"modules\": [{\"name\": \"a\", \"path\": \".git/hooks\"}]}",
                "{\"modules\": [{\"name\": \"root\", \"path\": \"a\"}]}",
                "{\"modules\": [{\"name\": \"a b\", \"path\": \"a\"}]}",
                "{\"modules\": [{\"name\": \"a\", \"path\": \"a\"}], \"branch_prefix\": \"-x\"}"
            })
    void refusesWhatDoesNotHoldTogether(String answer) {
        assertThat(ScaffoldAnswer.read(answer).problems()).isNotEmpty();
        assertThat(ScaffoldAnswer.read(answer).profile()).isNull();
    }

    @Test
    void tellsEveryProblemAtOnce() {
        assertThat(ScaffoldAnswer.read("""
                                {"modules": [{"name": "a", "path": "a"}, {"name": "A", "path": "a/"}],
                                 "cross_deps": [{"from_module": "a", "to_module": "c"}]}""").problems())
                .containsExactly(
                        "`modules[1].name` is used twice: `A`",
                        "`modules[1].path` is used twice: `a/`",
                        "`cross_deps` must name two modules of the answer: `a` and `c`");
    }
}

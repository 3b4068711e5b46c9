package dev.lindy.project.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigProblemsTest {

    @Test
    void tellsAllProblemsAtOnceInTheOrderOfTheFile() {
        assertThat(Configs.problems("""
                        project:
                          name: 1
                        modules:
                          - name: api
                          - name: api
                            path: ./
                          - name: root
                            path: .
                        safety:
                          max_parallel: 0
                          dry_run: maybe
                        qa_gates:
                          custom:
                            - name: unit
                              modules: [apii]
                        """))
                .containsExactly(
                        "orchestrator.yaml:2:9: `project.name` must be text, found `1` | put quotes around it",
                        "orchestrator.yaml:4:5: `modules[0].path` is missing",
                        "orchestrator.yaml:5:11: `modules[1].name` is used twice: `api` | give each module a name of its"
                                + " own",
                        "orchestrator.yaml:7:11: `modules[2].name` cannot be `root`: that always means the whole project"
                                + " | choose another",
                        "orchestrator.yaml:10:17: `safety.max_parallel` must be 1 to 500, found `0`",
                        "orchestrator.yaml:11:12: `safety.dry_run` must be `true` or `false`, found `maybe`",
                        "orchestrator.yaml:14:7: `qa_gates.custom[0].command` is missing",
                        "orchestrator.yaml:15:17: `qa_gates.custom[0].modules` names no module: `apii` | did you mean"
                                + " `api`?");
    }

    @Test
    void tellsAProblemOnceHoweverOftenTheKeyIsRead() {
        assertThat(Configs.problems("dispatcher: 3"))
                .containsExactly(
                        "orchestrator.yaml:1:13: `dispatcher` must hold keys, found `3` | write `key: value` lines");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "safety: {max_retries_per_task: -1}         | `safety.max_retries_per_task` must be 0 to 100, found `-1`",
                "safety: {max_parallel: 501}                | `safety.max_parallel` must be 1 to 500, found `501`",
                "safety: {max_parallel: 2.5}                | `safety.max_parallel` must be a whole number, found `2.5`",
                "safety: {max_parallel: many}               | `safety.max_parallel` must be a whole number, found `many`",
                "safety: {max_parallel: [1]}                | `safety.max_parallel` must be a whole number, found a list",
                "safety: {module_concurrency: {api: 1}}     | `safety.module_concurrency.api` names no module",
                "safety: 3                                  | `safety` must hold keys, found `3`",
                "dispatcher: {timeout_seconds: 0}           | `dispatcher.timeout_seconds` must be at least 1, found `0`",
                "dispatcher: {provider: claude}             | `dispatcher.provider` cannot be `claude`",
                "planner: {mode: telepathy}                 | `planner.mode` cannot be `telepathy`",
                "delivery: {mode: push}                     | `delivery.mode` cannot be `push`",
                "observability: {level: 4}                  | `observability.level` must be 0 to 3, found `4`",
                "agents: {max_budget_usd_per_attempt: 0}    | `agents.max_budget_usd_per_attempt` must be more than 0, found `0`",
                "agents: {environment: ['A=secret']}        | `agents.environment` must list names of variables, entry 1 is none",
                "agents: {environment: A}                   | `agents.environment` must be a list of texts, found `A`",
                "tracker: {labels: [1]}                     | `tracker.labels` must be a list of texts, found `1`",
                "workspace: {copy: [/etc/passwd]}           | `workspace.copy` must name files inside the project: `/etc/passwd`",
                "workspace: {link: [../x]}                  | `workspace.link` must name files inside the project: `../x`",
                "modules: {api: ./}                         | `modules` must be a list, found keys",
                "modules: [api]                             | `modules[0]` must hold keys, found `api`",
                "modules: [{name: a, path: ../b}]           | `modules[0].path` must be a folder inside the project: `../b`",
                "modules: [{name: a, path: /b}]             | `modules[0].path` must be a folder inside the project: `/b`",
                "qa_gates: {custom: [{name: a, command: ''}]} | `qa_gates.custom[0].command` is missing",
                "qa_gates: {custom: [{name: a, command: []}]} | `qa_gates.custom[0].command` is empty",
                "qa_gates: {apii: [{name: a, command: b}]}  | `qa_gates.apii` names no module",
                "logging: {dir: ../logs}                    | `logging.dir` must be inside the project: `../logs`",
                "logging: {dir: /var/log}                   | `logging.dir` must be inside the project: `/var/log`",
                "logging: {log_file: ../x.jsonl}            | `logging.log_file` must be inside the project: `../x.jsonl`",
                "logging: {session_dir: a/../..}            | `logging.session_dir` must be inside the project: `a/../..`",
                "mailbox: {dir: ~/mail}                     | `mailbox.dir` must be inside the project: `~/mail`",
                "qa_gates: {custom: [{name: a, command: b, cwd: ../x}]} | `qa_gates.custom[0].cwd` must be inside the project: `../x`",
                "qa_gates: {custom: [{name: a, command: b, cwd: /}]} | `qa_gates.custom[0].cwd` must be inside the project: `/`",
                "[a, b]                                     | the file must hold keys, found a list",
            })
    void refuses(String yaml, String message) {
        assertThat(Configs.problems(yaml)).singleElement().asString().contains(": " + message);
    }

    @Test
    void looksAtTheFolderOfAGateInEachModuleThatItCovers() {
        String modules = "modules: [{name: deep, path: services/api}, {name: web, path: web}]\n";

        assertThat(Configs.problems(
                        modules + "qa_gates: {custom: [{name: a, command: b, cwd: '{module_path}/../..'}]}"))
                .containsExactly("orchestrator.yaml:2:48: `qa_gates.custom[0].cwd` must be inside the project:"
                        + " `{module_path}/../..` | write it relative to the project root");
        assertThat(Configs.valid(modules
                        + "qa_gates: {custom: [{name: a, command: b, cwd: '{module_path}/../..', modules: [deep]}]}"))
                .isNotNull();
    }

    @Test
    void namesTheNearestModule() {
        assertThat(Configs.problems(
                        "modules: [{name: web-ui, path: web}]\nqa_gates: {web_ui: [{name: a, command: b}]}"))
                .containsExactly("orchestrator.yaml:2:20: `qa_gates.web_ui` names no module | did you mean `web-ui`?");
    }

    @Test
    void warnsAboutUnknownKeysWithTheNearestKnownOne() {
        assertThat(Configs.warnings("""
                        saftey: {max_parallel: 1}
                        safety:
                          max_paralel: 2
                        modules:
                          - {name: api, path: ., color: red}
                        qa_gates:
                          some_unknown_mapping: {ignored: true}
                          api: {name: unit}
                        """))
                .containsExactly(
                        "orchestrator.yaml:1:1: `saftey` is not known and has no effect | did you mean `safety`?",
                        "orchestrator.yaml:3:3: `safety.max_paralel` is not known and has no effect | did you mean"
                                + " `max_parallel`?",
                        "orchestrator.yaml:5:26: `modules[0].color` is not known and has no effect",
                        "orchestrator.yaml:7:3: `qa_gates.some_unknown_mapping` is not known and has no effect",
                        "orchestrator.yaml:8:3: `qa_gates.api` has no effect: a module's gates are a list | start each"
                                + " gate with `- name:`");
    }

    @Test
    void warnsAboutKeysGivenTwice() {
        assertThat(Configs.warnings("safety: {max_parallel: 1}\nsafety: {max_parallel: 2}\n"))
                .containsExactly(
                        "orchestrator.yaml:2:1: `safety` is given twice; the last one counts | remove one of the"
                                + " two");
    }

    @Test
    void tellsWhereTheSyntaxIsWrong() {
        assertThat(Configs.problems("modules:\n\t- name: x\n"))
                .singleElement()
                .asString()
                .startsWith("orchestrator.yaml:2:1: syntax error: ")
                .endsWith("indent with spaces; YAML allows no tabs there");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "-x", "a b", "a..b", "a/", "/a", ".a", "a.lock", "a~b", "a^", "a:b", "a?", "a*", "a[", "@", "a@{b",
                "a//b", "a\\b", "a."
            })
    void refusesPrefixesThatNoBranchCanHave(String prefix) {
        assertThat(BranchPrefix.isValid(prefix)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"af", "team/af", "a-b_c.d", "ä"})
    void acceptsPrefixesThatBranchesCanHave(String prefix) {
        assertThat(BranchPrefix.isValid(prefix)).isTrue();
    }

    @Test
    void refusesBothNamesOfTheStructuralSection() {
        assertThat(Configs.problems(
                        "qa_gates: {structural: {max_file_lines: 1}, structural_check: {max_file_lines: 2}}"))
                .isEqualTo(List.of("orchestrator.yaml:1:63: `qa_gates.structural_check` is the same as"
                        + " `qa_gates.structural` | keep one of the two"));
    }
}

package dev.lindy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.engine.AgentAnswer;
import dev.lindy.engine.AgentInquiry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code init} and {@code onboard}, with whole outputs where they are short. */
class OnboardCommandsTest {

    private static final String PROPOSAL = """
            {"project_name": "boats", "project_description": "Sells boats",
             "modules": [
               {"name": "api", "path": "services/api", "tech_stack": ["Python", "FastAPI"], "test_commands": ["pytest"]},
               {"name": "web", "path": "web/", "tech_stack": ["React"], "lint_commands": ["npm run lint"]}],
             "cross_deps": [{"from_module": "web", "to_module": "api", "interface_type": "api", "description": "REST"}]}
            """;

    private Cli cli;

    @BeforeEach
    void project(@TempDir Path root) throws IOException {
        cli = new Cli(root.toRealPath());
        cli.environment.put("PATH", System.getenv("PATH"));
        write("api/go.mod", "module example.com/api\n");
        write("web/package.json", "{\"name\": \"web\", \"scripts\": {\"test\": \"jest\"}}\n");
        write("compose.yaml", "services:\n  web: {build: web, depends_on: [api]}\n  api: {build: api}\n");
    }

    @Test
    void initWritesTheLeast() throws IOException {
        Golden.check("init", cli.run("init").snapshot());
        Golden.check("init.orchestrator.yaml", read("orchestrator.yaml"));
        Golden.check("init.STATUS.md", read("api/STATUS.md"));
    }

    @Test
    void initTakesModulesThatAreNamed() throws IOException {
        Cli.Result result = cli.run("init", "-m", "backend, apps/mobile", "--no-status");

        assertThat(result.exitCode()).isZero();
        assertThat(read("orchestrator.yaml")).contains("path: \"backend/\"").contains("name: \"mobile\"");
        assertThat(cli.directory.resolve("backend")).doesNotExist();
    }

    @Test
    void initRefusesModulesOutsideOfTheProject() {
        assertThat(cli.run("init", "-m", "../other").err())
                .isEqualTo("error: module `../other` is no folder inside of the project\n");
        assertThat(cli.run("init", "-m", "a/root").exitCode()).isEqualTo(2);
        assertThat(cli.run("init", "-m", "x/a,y/a").exitCode()).isEqualTo(2);
    }

    @Test
    void initKeepsAConfigUnlessItIsForced() throws IOException {
        write("orchestrator.yaml", "project: {name: mine}\n");

        Cli.Result kept = cli.run("init");

        assertThat(kept.err())
                .contains("warning: `orchestrator.yaml` is there already and stays; `--force` replaces it");
        assertThat(kept.out()).doesNotContain("orchestrator.yaml").contains("created   api/STATUS.md");
        assertThat(read("orchestrator.yaml")).isEqualTo("project: {name: mine}\n");
        assertThat(cli.run("init", "--force").out()).contains("replaced  orchestrator.yaml");
        assertThat(read(".orchestrator/backup/20261101-101204/orchestrator.yaml"))
                .isEqualTo("project: {name: mine}\n");
    }

    @Test
    void initTakesAnEmptyConfigForNone() throws IOException {
        write("orchestrator.yaml", "\n");

        Cli.Result result = cli.run("init", "-m", "api");

        assertThat(result.err()).doesNotContain("stays");
        assertThat(read("orchestrator.yaml")).contains("name: \"api\"");
    }

    @Test
    void onboardsWithoutATerminal() throws IOException {
        Golden.check("onboard", cli.run("onboard", "A shop for boats").snapshot());
        Golden.check("onboard.CLAUDE.md", read("CLAUDE.md"));
        Golden.check("onboard.AGENTS.md", read("AGENTS.md"));
        Golden.check("onboard.module.CLAUDE.md", read("web/CLAUDE.md"));
        Golden.check("onboard.ARCHITECTURE.md", read("ARCHITECTURE.md"));
        Golden.check("onboard.CONTRACTS.md", read("CONTRACTS.md"));
        Golden.check("onboard.protocol.md", read("docs/agents/protocol.md"));
        Golden.check("onboard.conventions.md", read("docs/agents/conventions.md"));
        Golden.check("onboard.boundaries.md", read("docs/agents/boundaries.md"));
    }

    @Test
    void whatItWritesIsValid() {
        cli.run("onboard", "-y");

        assertThat(cli.run("status", "--json").exitCode()).isZero();
        assertThat(cli.run("status").err()).doesNotContain("warning").doesNotContain("error");
    }

    @Test
    void asksAPersonAndStopsAtANo() throws IOException {
        cli.typed = true;
        cli.stdin = "no\n";

        assertThat(cli.run("onboard").err()).endsWith("nothing was written\n");
        assertThat(cli.directory.resolve("orchestrator.yaml")).doesNotExist();
    }

    @Test
    void asksAPersonSevenQuestions() throws IOException {
        cli.typed = true;
        cli.stdin = "yes\nSells boats\nserves boats\nshows boats\n\nmake check\n\n\n\nlx\n";

        Golden.check("onboard-asks", cli.run("onboard").snapshot());
        assertThat(read("orchestrator.yaml")).contains("branch_prefix: \"lx\"").contains("command: \"make check\"");
        assertThat(read("CLAUDE.md")).contains("Sells boats");
    }

    @Test
    void changesNothingTheSecondTime() {
        cli.run("onboard", "-y");

        assertThat(cli.run("onboard", "-y").out()).doesNotContainPattern("(?m)^(?!unchanged)");
    }

    @Test
    void addsNewModulesAndKeepsWhatPeopleChanged() throws IOException {
        cli.run("onboard", "-y");
        write(
                "orchestrator.yaml",
                read("orchestrator.yaml")
                        .replace("max_parallel: 3", "max_parallel: 7 # mine")
                        .replace("branch_prefix: \"af\"", "branch_prefix: \"lx\"")
                        .replace("name: \"api\"", "name: \"backend\"")
                        .replace("- \"api\"", "- \"backend\""));
        write("web/CLAUDE.md", read("web/CLAUDE.md") + "\nMine.\n");
        write("web/STATUS.md", "mine");
        write("jobs/Cargo.toml", "[package]\nname = \"jobs\"\n");

        Cli.Result result = cli.run("onboard", "-y");

        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).contains("new module: jobs");
        assertThat(read("orchestrator.yaml"))
                .contains("max_parallel: 7 # mine")
                .contains("branch_prefix: \"lx\"")
                .contains("name: \"backend\"")
                .contains("path: \"jobs/\"")
                .doesNotContain("name: \"api\"");
        assertThat(read("web/CLAUDE.md")).endsWith("\nMine.\n");
        assertThat(read("web/STATUS.md")).isEqualTo("mine");
        assertThat(read("jobs/STATUS.md")).contains("| module | jobs |");
        assertThat(cli.run("status").exitCode()).isZero();
    }

    @Test
    void leavesAModuleOutThatWasTakenOut() throws IOException {
        cli.run("onboard", "-y");
        String config = read("orchestrator.yaml");
        int start = config.indexOf("  - name: \"web\"");
        write(
                "orchestrator.yaml",
                config.substring(0, start)
                        + config.substring(config.indexOf("\nplanner:"), config.indexOf("    - name: \"web-"))
                        + config.substring(config.indexOf("\nsafety:")));

        assertThat(cli.run("onboard", "-y").exitCode()).isZero();
        assertThat(read("orchestrator.yaml")).doesNotContain("web");
        assertThat(read("ARCHITECTURE.md")).doesNotContain("web");
    }

    @Test
    void addsNewModulesToAConfigOfTheOriginal() throws IOException {
        String original = "project:\n  name: \"shop\"\n\nmodules:\n  - name: api\n    path: api/\n    # the old one\n\n"
                + "safety:\n  max_parallel: 2\n";
        write("orchestrator.yaml", original);

        assertThat(cli.run("onboard", "-y").out()).contains("updated   orchestrator.yaml");
        assertThat(read("orchestrator.yaml"))
                .isEqualTo("project:\n  name: \"shop\"\n\nmodules:\n  - name: api\n    path: api/\n    # the old one\n"
                        + "  - name: \"web\"\n    path: \"web/\"\n\nsafety:\n  max_parallel: 2\n");
        assertThat(read(".orchestrator/backup/20261101-101204/orchestrator.yaml"))
                .isEqualTo(original);
        assertThat(read("CLAUDE.md")).contains("# shop");
        assertThat(cli.run("onboard", "-y").out()).doesNotContain("orchestrator.yaml");
    }

    @Test
    void warnsOfAPasswordThatTheOriginalHasWritten() throws IOException {
        write("orchestrator.yaml", "modules:\n  - name: api\n    path: api\n    repo: p4ss@github.com/acme/shop\n");

        assertThat(cli.run("onboard", "-y").err())
                .contains("warning: `repo` of module `api` may hold a password;")
                .doesNotContain("p4ss");
    }

    @Test
    void saysWhatToDoWhereThereIsNothing() throws IOException {
        Files.delete(cli.directory.resolve("api/go.mod"));
        Files.delete(cli.directory.resolve("web/package.json"));

        Cli.Result result = cli.run("onboard", "-y");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).startsWith("error: there are no modules in `[PROJECT]`");
        assertThat(cli.run("onboard", "--depth", "99").exitCode()).isEqualTo(2);
    }

    @Test
    void scaffoldsFromTheAnswerOfAnAgent() throws IOException {
        List<AgentInquiry> asked = new ArrayList<>();
        cli.desk = (inquiry, caller) -> {
            asked.add(inquiry);
            String answer = asked.size() == 1 ? "{\"modules\": []}" : "Here you are: ```json\n" + PROPOSAL + "\n```";
            return new AgentAnswer(answer, null, null, 0.02);
        };

        Golden.check(
                "scaffold",
                cli.run("scaffold", "A shop for boats", "-o", "new", "-y").snapshot());
        assertThat(asked.get(1).prompt())
                .contains("A shop for boats")
                .endsWith("refused\n\n- `modules` must be a list of 1 to 50 modules\n");
        assertThat(read("new/orchestrator.yaml"))
                .contains("path: \"services/api/\"")
                .contains("command: \"pytest\"");
        assertThat(read("new/services/api/STATUS.md")).contains("| module | api |");
    }

    @Test
    void scaffoldsInAnEmptyFolderThatIsOnboarded() throws IOException {
        Files.delete(cli.directory.resolve("api/go.mod"));
        Files.delete(cli.directory.resolve("web/package.json"));
        cli.desk = (inquiry, caller) -> new AgentAnswer(PROPOSAL, null, null, 0);

        assertThat(cli.run("onboard", "-y", "A shop").exitCode()).isZero();
        assertThat(read("services/api/CLAUDE.md")).contains("FastAPI");
    }

    @Test
    void writesNothingOnADryRunOfScaffold() {
        cli.desk = (inquiry, caller) -> new AgentAnswer(PROPOSAL, null, null, 0);

        assertThat(cli.run("scaffold", "A shop", "--dry-run").out()).contains("would write services/api/STATUS.md");
        assertThat(cli.directory.resolve("orchestrator.yaml")).doesNotExist();
    }

    @Test
    void tellsWhyThereIsNoProposal() {
        assertThat(cli.run("scaffold", "A shop").err()).contains("error: no proposal: no agent here");
        cli.desk = (inquiry, caller) -> new AgentAnswer("sorry", null, null, 0);

        Cli.Result result = cli.run("scaffold", "A shop");

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.err()).contains("the answer of `claude_cli`: the answer holds no JSON object");
        assertThat(cli.run("scaffold").exitCode()).isEqualTo(2);
    }

    private String read(String path) throws IOException {
        return Files.readString(cli.directory.resolve(path));
    }

    private void write(String path, String content) throws IOException {
        Path file = cli.directory.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}

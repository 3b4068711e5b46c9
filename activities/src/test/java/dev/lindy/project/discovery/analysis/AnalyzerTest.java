package dev.lindy.project.discovery.analysis;

import static dev.lindy.project.discovery.SampleProject.commands;
import static dev.lindy.project.discovery.SampleProject.couplings;
import static dev.lindy.project.discovery.SampleProject.module;
import static dev.lindy.project.discovery.SampleProject.paths;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.project.discovery.Layouts;
import dev.lindy.project.discovery.SampleProject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalyzerTest {

    @TempDir
    private Path root;

    @Test
    void buildsModulesOfAMavenReactorFromItsTop() {
        ProjectProfile profile = Layouts.maven(root).profile();

        assertThat(paths(profile)).isEqualTo(Map.of("core", "core", "orders", "services/orders"));
        assertThat(commands(profile, "orders"))
                .containsExactly(
                        ".: ./mvnw -B -q -DskipTests -pl services/orders -am package",
                        ".: ./mvnw -B -q -pl services/orders -am test");
        assertThat(module(profile, "orders").technologies()).containsExactly("Java/Maven", "Spring");
        assertThat(couplings(profile))
                .containsExactly("orders -> core library "
                        + "services/orders/pom.xml:3,services/orders/src/main/java/com/acme/orders/Order.java:2");
    }

    @Test
    void namesTasksOfAGradleBuild() {
        ProjectProfile profile = Layouts.gradle(root).profile();

        assertThat(paths(profile)).isEqualTo(Map.of("app", "app", "data", "libs/data"));
        assertThat(commands(profile, "data")).contains(".: ./gradlew -q :libs:data:test");
        assertThat(commands(profile, "app")).contains(".: ./gradlew -q :app:spotlessCheck");
        assertThat(module(profile, "app").technologies()).containsExactly("Kotlin/Gradle", "Ktor");
        assertThat(couplings(profile)).containsExactly("app -> data library app/build.gradle.kts:3");
    }

    @Test
    void findsPackagesOfAnNpmWorkspace() {
        ProjectProfile profile = Layouts.npm(root).profile();

        assertThat(paths(profile)).isEqualTo(Map.of("ui", "packages/ui", "web", "packages/web"));
        assertThat(commands(profile, "ui"))
                .containsExactly(
                        "{module_path}: npm run build", "{module_path}: npm test", "{module_path}: npm run lint");
        assertThat(commands(profile, "web")).isEmpty();
        assertThat(couplings(profile))
                .containsExactly("web -> ui library packages/web/package.json:3,packages/web/src/main.ts:1");
    }

    @Test
    void usesThePackageManagerOfTheWorkspace() {
        ProjectProfile profile =
                Layouts.pnpm(root).file("apps/old/package.json", "{}").profile();

        assertThat(commands(profile, "site")).containsExactly("{module_path}: pnpm test");
        assertThat(module(profile, "api").patterns()).containsExactly("REST API");
    }

    @Test
    void findsCratesOfACargoWorkspace() {
        ProjectProfile profile = Layouts.cargo(root).profile();

        assertThat(paths(profile)).isEqualTo(Map.of("core-lib", "crates/core-lib", "server", "crates/server"));
        assertThat(commands(profile, "server")).contains("{module_path}: cargo test", "{module_path}: cargo clippy");
        assertThat(couplings(profile))
                .containsExactly("server -> core-lib library crates/server/Cargo.toml:5,crates/server/src/main.rs:1");
    }

    @Test
    void showsTheLineOfADependencyAndNotOfALikeName() {
        ProjectProfile profile = new SampleProject(root)
                .file("lib/Cargo.toml", "[package]", "name = \"lib\"")
                .file(
                        "app/Cargo.toml",
                        "[package]",
                        "name = \"lib-app\"",
                        "description = \"my-lib\"",
                        "[dependencies]",
                        "lib.path = \"../lib\"")
                .profile();

        assertThat(couplings(profile)).containsExactly("app -> lib library app/Cargo.toml:5");
    }

    @Test
    void findsModulesOfAGoWorkspace() {
        ProjectProfile profile = Layouts.go(root).profile();

        assertThat(paths(profile)).isEqualTo(Map.of("api", "api", "gen", "tools/gen"));
        assertThat(module(profile, "api").technologies()).containsExactly("Go", "Gin");
        assertThat(couplings(profile)).containsExactly("api -> gen library api/go.mod:4,api/main.go:3");
    }

    @Test
    void findsMembersOfAUvWorkspace() {
        ProjectProfile profile = Layouts.uv(root).profile();

        assertThat(paths(profile)).isEqualTo(Map.of("api", "packages/api", "store", "packages/store"));
        assertThat(commands(profile, "api"))
                .containsExactly(
                        "{module_path}: uv sync",
                        "{module_path}: uv run pytest -q",
                        "{module_path}: uv run ruff check .",
                        "{module_path}: uv run mypy .");
        assertThat(couplings(profile))
                .containsExactly("api -> store library "
                        + "packages/api/pyproject.toml:3,packages/api/src/shop_api/__init__.py:1");
    }

    @Test
    void readsTablesOfPoetry() {
        ProjectProfile profile = Layouts.poetry(root).profile();

        assertThat(commands(profile, "backend")).contains("{module_path}: poetry run pytest -q");
        assertThat(module(profile, "backend").technologies()).containsExactly("Python", "Flask");
        assertThat(couplings(profile)).containsExactly("backend -> common library backend/pyproject.toml:6");
    }

    @Test
    void findsProjectsOfASolution() {
        ProjectProfile profile = Layouts.dotnet(root).profile();

        assertThat(paths(profile)).isEqualTo(Map.of("Shop.Api", "src/Shop.Api", "Shop.Tests", "tests/Shop.Tests"));
        assertThat(commands(profile, "Shop.Api")).contains(".: dotnet test --nologo");
        assertThat(commands(profile, "Shop.Tests")).contains("{module_path}: dotnet test --nologo");
        assertThat(couplings(profile))
                .containsExactly("Shop.Tests -> Shop.Api library "
                        + "tests/Shop.Tests/Shop.Tests.csproj:3,tests/Shop.Tests/PriceTests.cs:1");
    }

    @Test
    void takesTheRootForTheOnlyModule() {
        ProjectProfile profile = Layouts.small(root.resolve("tally-app")).profile();

        assertThat(paths(profile)).isEqualTo(Map.of("tally-app", "."));
        assertThat(profile.description()).isEqualTo("Counts things that people count badly.");
        assertThat(profile.couplings()).isEmpty();
    }

    @Test
    void keepsTheRootBesideOtherModulesWhereItHasSources() {
        ProjectProfile profile = new SampleProject(root.resolve("shop"))
                .file("pom.xml", "<project><artifactId>shop</artifactId></project>")
                .file("src/main/java/Shop.java")
                .file("frontend/package.json", "{\"name\": \"frontend\"}")
                .profile();

        assertThat(paths(profile)).isEqualTo(Map.of("shop", ".", "frontend", "frontend"));
    }

    @Test
    void findsEveryLanguageOfAPolyglotProject() {
        ProjectProfile profile = Layouts.polyglot(root).profile();

        assertThat(paths(profile).keySet())
                .containsExactly("admin", "backend", "frontend", "legacy", "mobile", "sdk", "worker");
        assertThat(commands(profile, "mobile")).contains("{module_path}: flutter test");
        assertThat(commands(profile, "worker")).contains("{module_path}: mix test");
        assertThat(commands(profile, "legacy")).contains("{module_path}: composer test");
        assertThat(commands(profile, "admin")).contains("{module_path}: bin/rails test");
        assertThat(commands(profile, "sdk")).contains("{module_path}: swift test");
        assertThat(couplings(profile)).containsExactly("frontend -> backend api docker-compose.yml:4");
        assertThat(profile.ciFiles()).containsExactly(".github/workflows/ci.yml");
    }

    @Test
    void takesNestedRepositoriesForModules() {
        ProjectProfile profile = Layouts.repositories(root).profile();

        assertThat(paths(profile)).isEqualTo(Map.of("api", "api", "notes", "notes"));
        assertThat(module(profile, "api").isOwnRepository()).isTrue();
    }

    @Test
    void looksAsDeepAsItIsTold() {
        SampleProject project = new SampleProject(root)
                .file("a/go.mod", "module a")
                .file("b/c/go.mod", "module c")
                .file("d/e/f/go.mod", "module f");

        assertThat(paths(project.withDepth(0).profile())).isEqualTo(Map.of("a", "a"));
        assertThat(paths(project.withDepth(1).profile())).isEqualTo(Map.of("a", "a", "c", "b/c"));
        assertThat(paths(project.withDepth(2).profile())).isEqualTo(Map.of("a", "a", "c", "b/c", "f", "d/e/f"));
    }

    @Test
    void leavesIllustrationsOut() {
        ProjectProfile profile = new SampleProject(root)
                .file("api/go.mod", "module api")
                .file("api/testdata/go.mod", "module data")
                .file("api/examples/web/package.json", "{}")
                .withDepth(3)
                .profile();

        assertThat(paths(profile)).isEqualTo(Map.of("api", "api"));
    }

    @Test
    void givesEachModuleANameOfItsOwn() {
        ProjectProfile profile = new SampleProject(root)
                .file("one/api/go.mod", "module a")
                .file("two/API/go.mod", "module b")
                .file("root/go.mod", "module c")
                .profile();

        assertThat(paths(profile)).isEqualTo(Map.of("api", "one/api", "root-2", "root", "two-API", "two/API"));
    }

    @Test
    void keepsNamesThatAreKnown() {
        SampleProject project =
                new SampleProject(root).file("api/go.mod", "module a").file("web/go.mod", "module w");

        ProjectProfile profile = project.analyzer().again(List.of(new KnownModule("backend", "api")), List.of("web"));

        assertThat(paths(profile)).isEqualTo(Map.of("backend", "api"));
    }

    @Test
    void fillsGapsFromTheMakefile() {
        ProjectProfile profile = new SampleProject(root.resolve("tool"))
                .file("go.mod", "module a")
                .file("Makefile", "build:", "\tgo build", "lint: build", "\ttrue")
                .file("a/Makefile", "test:", "\ttrue", "lint := no")
                .profile();

        assertThat(commands(profile, "a")).containsExactly("{module_path}: make test");
    }
}

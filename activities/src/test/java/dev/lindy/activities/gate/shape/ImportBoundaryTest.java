package dev.lindy.activities.gate.shape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** W-42. */
class ImportBoundaryTest {

    private final ShapeProject project = new ShapeProject("services/api", "web", "shared")
            .file("web/src/cart.ts", "")
            .file("shared/models.py", "")
            .file("utils/text.py", "");

    @Test
    void refusesToReachIntoAnotherModule() {
        project.file("services/api/app/x.py", "import os\nfrom shared.models import User\n");

        assertThat(project.boundary())
                .containsExactly(
                        "services/api/app/x.py:2: [import_boundary] module `api` imports `shared.models` of module"
                                + " `shared`; go through its interface, or file a request in STATUS.md");
    }

    @Test
    void refusesARelativePathThatLeavesTheModule() {
        project.file("services/api/x.ts", "import { cart } from '../../web/src/cart'");

        assertThat(project.boundary()).singleElement().asString().startsWith("services/api/x.ts:1: [import_boundary]");
    }

    @Test
    void allowsTheOwnModuleThroughItsParents() {
        project.file(
                        "services/api/app/x.py",
                        "from services.api.app import y\nimport services\nfrom services import z\n")
                .file("services/api/app/y.py", "")
                .file("services/z.py", "");

        assertThat(project.boundary()).isEmpty();
    }

    @Test
    void allowsFoldersThatAreNoModules() {
        project.file("services/api/app/x.py", "from utils.text import cut\n");

        assertThat(project.boundary()).isEmpty();
    }

    @Test
    void ignoresCommentsStringsAndLibraries() {
        project.file("services/api/x.py", "# from shared import models\ns = '''\nfrom shared import models\n'''\n")
                .file("services/api/y.ts", "// import '../../web/src/cart'\nimport 'web-vitals'");

        assertThat(project.boundary()).isEmpty();
    }

    @Test
    void allowsADirectionThatTheArchitectureDeclares() {
        project.file("services/api/app/x.py", "from shared.models import User\n")
                .declaring("## Dependency Direction\n\n- api → shared via library; see `x.py:1`\n");

        assertThat(project.boundary()).isEmpty();
    }

    @Test
    void leavesModulesToTheBuildThatKeepsThemApart() {
        ShapeProject java = new ShapeProject("a", "b")
                .file("a/pom.xml", "")
                .file("b/pom.xml", "")
                .file("a/src/main/java/com/a/A.java", "")
                .file("b/src/main/java/com/b/B.java", "import com.a.A;");

        assertThat(java.boundary()).isEmpty();
    }

    @Test
    void judgesModulesOfOneBuild() {
        ShapeProject go = new ShapeProject("api", "web")
                .file("go.mod", "module example.com/shop\n")
                .file("web/cart.go", "package web\n")
                .file("api/main.go", "package api\nimport \"example.com/shop/web\"\n");

        assertThat(go.boundary()).singleElement().asString().startsWith("api/main.go:2: [import_boundary]");
    }
}

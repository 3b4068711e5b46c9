package dev.lindy.activities.gate.shape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LayerRulesTest {

    private static final String ARCHITECTURE = """
            # Architecture

            ## Module Topology

            - **api/** (`api/`) → Python, FastAPI

            ## Layer Structure

            - **api/**: models → services → routes → main
            """;

    private final ShapeProject project = new ShapeProject("api", "web")
            .declaring(ARCHITECTURE)
            .file("api/app/services/auth.py", "")
            .file("api/app/models/user.py", "");

    @Nested
    class W43 {

        @Test
        void refusesAnImportOfALayerAbove() {
            project.file("api/app/models/order.py", "import os\nfrom app.services.auth import login\n");

            assertThat(project.layers())
                    .containsExactly(
                            "api/app/models/order.py:2: [layer_check] layer `models` imports `app.services.auth` of"
                                    + " layer `services`, which is above it (models → services → routes → main);"
                                    + " turn the dependency round, or move the code");
        }

        @Test
        void refusesARelativeImport() {
            project.file("api/app/models/order.py", "from ..services import auth\n");

            assertThat(project.layers()).hasSize(1);
        }

        @Test
        void matchesWholeNamesOnly() {
            project.file("api/app/maintenance/job.py", "")
                    .file("api/app/models/order.py", "from app.maintenance import job\n");

            assertThat(project.layers()).isEmpty();
        }

        @Test
        void exemptsAFileByItsOwnFolderOnly() {
            project.file("api/lib/models/order.py", "from app.services import auth\n")
                    .file("api/app/models/utils/text.py", "from app.services import auth\n");

            assertThat(project.layers()).singleElement().asString().startsWith("api/lib/models/order.py:1:");
        }

        @Test
        void readsNoLayersFromTheTopology() {
            ShapeProject topology = new ShapeProject("api")
                    .declaring("## Module Topology\n\n- **api/** → services, models\n")
                    .file("api/services/a.py", "from ..models import b")
                    .file("api/models/b.py", "");

            assertThat(topology.layers()).isEmpty();
        }
    }

    @Test
    void allowsLayersBelowAndTheOwnOne() {
        project.file("api/app/routes/login.py", "from app.services import auth\nfrom app.models.user import User\n")
                .file("api/app/routes/all.py", "from . import login\n");

        assertThat(project.layers()).isEmpty();
    }

    @Test
    void takesAFileAtTheTopForALayerOfItsName() {
        project.file("api/app/main.py", "from app.routes import x\n")
                .file("api/app/services/start.py", "from app import main\n");

        assertThat(project.layers()).singleElement().asString().startsWith("api/app/services/start.py:1:");
    }

    @Test
    void leavesTestsAndOtherModulesAlone() {
        project.file("api/tests/models/test_order.py", "from app.services import auth\n")
                .file("web/models/x.py", "from api.app.services import auth\n");

        assertThat(project.layers()).isEmpty();
    }

    @Test
    void readsJavaPackages() {
        ShapeProject java = new ShapeProject("shop")
                .declaring("## Layer Structure\n- **shop**: entities -> services -> main\n")
                .file("shop/src/main/java/com/x/services/Auth.java", "")
                .file("shop/src/main/java/com/x/entities/User.java", "import com.x.services.Auth;");

        assertThat(java.layers()).singleElement().asString().contains("User.java:1: [layer_check] layer `entities`");
    }

    @Test
    void readsScripts() {
        ShapeProject web = new ShapeProject("web")
                .declaring("## Layer Structure\n- **web/**: hooks → components → pages\n")
                .file("web/tsconfig.json", "{\"compilerOptions\": {\"paths\": {\"@/*\": [\"./src/*\"]}}}")
                .file("web/src/pages/home.tsx", "")
                .file("web/src/components/nav.tsx", "import home from '@/pages/home'\nimport x from '../hooks/x'")
                .file("web/src/hooks/x.ts", "");

        assertThat(web.layers()).singleElement().asString().startsWith("web/src/components/nav.tsx:1:");
    }

    @Test
    void namesNewFilesOfNoLayer() {
        project.file("api/app/jobs/x.py", "").file("api/app/helpers/y.py", "").file("api/app/__init__.py", "");

        assertThat(project.unknown()).singleElement().asString().startsWith("api/app/jobs/x.py:1: [layer_check]");
    }
}

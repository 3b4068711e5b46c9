package dev.lindy.project.imports.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.project.imports.SourceLanguage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ImportTargetsTest {

    private final Map<String, String> files = new TreeMap<>();

    private List<String> targets(String file, String text) {
        SourceLanguage language = SourceLanguage.of(file).orElseThrow();
        ImportTargets targets =
                new ImportTargets(new SourceIndex(files.keySet(), path -> Optional.ofNullable(files.get(path))));
        return language.imports(text).stream()
                .flatMap(found -> targets.of(language, file, found).stream())
                .toList();
    }

    private void has(String... paths) {
        for (String path : paths) {
            files.put(path, "");
        }
    }

    @Nested
    class Python {

        @Test
        void findsRelativeModules() {
            has("api/app/services/auth.py", "api/app/models/user.py", "api/app/db.py");
            assertThat(targets(
                            "api/app/services/auth.py",
                            "from ..models import user\nfrom .. import db\nfrom . import x"))
                    .containsExactly("api/app/models/user.py", "api/app/db.py", "api/app/services");
        }

        @Test
        void findsModulesFromFoldersAroundTheFile() {
            has("api/app/services/auth.py", "api/app/models/user.py", "web/src/shop/cart.py");
            assertThat(targets("api/app/services/auth.py", "import app.models.user\nfrom web.src.shop import cart"))
                    .containsExactly("api/app/models/user.py", "web/src/shop/cart.py");
        }

        @Test
        void findsNothingOfLibraries() {
            has("api/app/x.py");
            assertThat(targets("api/app/x.py", "import os\nfrom fastapi import Depends"))
                    .isEmpty();
        }
    }

    @Nested
    class Script {

        @Test
        void findsRelativeFilesAndFolders() {
            has("web/src/pages/home.tsx", "web/src/hooks/index.ts", "web/src/types.ts", "api/index.js");
            assertThat(targets(
                            "web/src/pages/home.tsx",
                            "import '../hooks'; import '../types.js'; import '../../../api/index'; import '../gone'"))
                    .containsExactly("web/src/hooks", "web/src/types.ts", "api/index.js", "web/src/gone");
        }

        @Test
        void findsAliases() {
            has("web/src/pages/home.ts", "web/src/hooks/use.ts", "web/src/types.ts");
            files.put(
                    "web/tsconfig.json",
                    "{ /* c */ \"compilerOptions\": {\"baseUrl\": \".\", \"paths\": {\"@/*\": [\"src/*\"],}}}");
            assertThat(targets("web/src/pages/home.ts", "import '@/hooks/use'; import 'src/types'; import 'react'"))
                    .containsExactly("web/src/hooks/use.ts", "web/src/types.ts");
        }
    }

    @Test
    void findsClassesAndPackages() {
        has("a/src/main/java/com/shop/services/Auth.java", "a/src/main/java/com/shop/models/User.java");
        assertThat(targets(
                        "a/src/main/java/com/shop/models/User.java",
                        "import com.shop.services.Auth;\nimport static com.shop.services.Auth.login;\n"
                                + "import com.shop.services.*;\nimport java.util.List;\n"))
                .containsExactly(
                        "a/src/main/java/com/shop/services/Auth.java",
                        "a/src/main/java/com/shop/services/Auth.java",
                        "a/src/main/java/com/shop/services");
    }

    @Test
    void findsTheNearestOfClassesWithOneName() {
        has("a/src/com/x/A.java", "b/src/com/x/A.java");
        assertThat(targets("b/src/com/y/B.java", "import com.x.A;")).containsExactly("b/src/com/x/A.java");
    }

    @Test
    void findsPackagesOfGoModules() {
        has("srv/models/user.go");
        files.put("srv/go.mod", "module example.com/shop // x\n\ngo 1.22\n");
        assertThat(targets("srv/main.go", "import \"example.com/shop/models\"\nimport \"example.com/other\"\n"))
                .containsExactly("srv/models");
    }

    @Test
    void findsModulesOfTheCrate() {
        has("c/Cargo.toml", "c/src/models/user.rs", "c/src/services.rs", "c/src/services/auth.rs");
        assertThat(targets(
                        "c/src/services/auth.rs",
                        "use crate::models::user::User;\nuse super::super::models;\nuse serde::Serialize;\n"))
                .containsExactly("c/src/models/user.rs", "c/src/models");
    }

    @Test
    void findsNamespacesBelowTheProjectFile() {
        has("api/Shop.Api.csproj", "api/Services/Auth.cs", "api/Models/User.cs");
        assertThat(targets("api/Models/User.cs", "using Shop.Api.Services;\nusing System.Linq;\n"))
                .containsExactly("api/Services");
    }
}

package dev.lindy.project.discovery;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Layouts of projects as they are found in the world, one for each ecosystem and two that mix them. */
public final class Layouts {

    private Layouts() {}

    public static Map<String, Function<Path, SampleProject>> all() {
        Map<String, Function<Path, SampleProject>> all = new LinkedHashMap<>();
        all.put("maven", Layouts::maven);
        all.put("gradle", Layouts::gradle);
        all.put("npm", Layouts::npm);
        all.put("pnpm", Layouts::pnpm);
        all.put("cargo", Layouts::cargo);
        all.put("go", Layouts::go);
        all.put("uv", Layouts::uv);
        all.put("poetry", Layouts::poetry);
        all.put("dotnet", Layouts::dotnet);
        all.put("small", Layouts::small);
        all.put("polyglot", Layouts::polyglot);
        all.put("repositories", Layouts::repositories);
        return all;
    }

    public static SampleProject maven(Path root) {
        return new SampleProject(root)
                .file("mvnw")
                .file(
                        "pom.xml",
                        "<project><groupId>com.acme</groupId><artifactId>shop</artifactId><packaging>pom</packaging>",
                        "<modules><module>core</module><module>services/orders</module></modules></project>")
                .file(
                        "core/pom.xml",
                        "<project><parent><groupId>com.acme</groupId><artifactId>shop</artifactId></parent>",
                        "<artifactId>core</artifactId></project>")
                .file("core/src/main/java/com/acme/core/Price.java", "package com.acme.core;")
                .file(
                        "services/orders/pom.xml",
                        "<project><parent><groupId>com.acme</groupId><artifactId>shop</artifactId></parent>",
                        "<artifactId>orders</artifactId><dependencies>",
                        "<dependency><groupId>${project.groupId}</groupId><artifactId>core</artifactId></dependency>",
                        "<dependency><groupId>org.springframework.boot</groupId>",
                        "<artifactId>spring-boot-starter-web</artifactId></dependency></dependencies></project>")
                .file(
                        "services/orders/src/main/java/com/acme/orders/Order.java",
                        "package com.acme.orders;",
                        "import com.acme.core.Price;");
    }

    public static SampleProject gradle(Path root) {
        return new SampleProject(root)
                .file("gradlew")
                .file("settings.gradle.kts", "include(", "    \":app\",", "    \":libs:data\"", ")")
                .file(
                        "app/build.gradle.kts",
                        "plugins { kotlin(\"jvm\"); id(\"com.diffplug.spotless\") }",
                        "dependencies {",
                        "    implementation(project(\":libs:data\"))",
                        "    implementation(\"io.ktor:ktor-server-core:3.0\")",
                        "}")
                .file("libs/data/build.gradle.kts", "plugins { kotlin(\"jvm\") }");
    }

    public static SampleProject npm(Path root) {
        return new SampleProject(root)
                .file("package.json", "{\"name\": \"shop\", \"private\": true, \"workspaces\": [\"packages/*\"]}")
                .file(
                        "packages/ui/package.json",
                        "{\"name\": \"@shop/ui\",",
                        "\"scripts\": {\"test\": \"vitest run\", \"build\": \"vite build\", \"lint\": \"eslint .\"}}")
                .file(
                        "packages/web/package.json",
                        "{\"name\": \"@shop/web\",",
                        "\"dependencies\": {\"react\": \"18\",",
                        "\"@shop/ui\": \"*\"},",
                        "\"scripts\": {\"test\": \"echo \\\"Error: no test specified\\\" && exit 1\"}}")
                .file("packages/web/src/main.ts", "import { Button } from '@shop/ui/button'");
    }

    public static SampleProject pnpm(Path root) {
        return new SampleProject(root)
                .file("package.json", "{\"name\": \"shop\", \"private\": true}")
                .file("pnpm-workspace.yaml", "packages:", "  - 'apps/*'", "  - '!apps/old'")
                .file("apps/site/package.json", "{\"name\": \"site\", \"scripts\": {\"test\": \"jest\"}}")
                .file("apps/api/package.json", "{\"name\": \"api\", \"dependencies\": {\"express\": \"4\"}}");
    }

    public static SampleProject cargo(Path root) {
        return new SampleProject(root)
                .file("Cargo.toml", "[workspace]", "members = [\"crates/*\"]")
                .file("crates/core-lib/Cargo.toml", "[package]", "name = \"core-lib\"")
                .file(
                        "crates/server/Cargo.toml",
                        "[package]",
                        "name = \"server\"",
                        "[dependencies]",
                        "axum = \"0.7\"",
                        "core-lib = { path = \"../core-lib\" }")
                .file("crates/server/src/main.rs", "use core_lib::Price;");
    }

    public static SampleProject go(Path root) {
        return new SampleProject(root)
                .file("go.work", "go 1.23", "use (", "\t./api", "\t./tools/gen", ")")
                .file(
                        "api/go.mod",
                        "module example.com/shop/api",
                        "require (",
                        "\tgithub.com/gin-gonic/gin v1.10.0",
                        "\texample.com/shop/tools/gen v0.0.0",
                        ")")
                .file("api/main.go", "package main", "import (", "\t\"example.com/shop/tools/gen/out\"", ")")
                .file("tools/gen/go.mod", "module example.com/shop/tools/gen");
    }

    public static SampleProject uv(Path root) {
        return new SampleProject(root)
                .file("uv.lock")
                .file(
                        "pyproject.toml",
                        "[project]",
                        "name = \"shop\"",
                        "[tool.uv.workspace]",
                        "members = [\"packages/*\"]")
                .file("packages/store/pyproject.toml", "[project]", "name = \"shop-store\"", "dependencies = []")
                .file("packages/store/src/shop_store/__init__.py")
                .file(
                        "packages/api/pyproject.toml",
                        "[project]",
                        "name = \"shop-api\"",
                        "dependencies = [\"fastapi>=0.110\", \"Shop_Store\"]",
                        "[dependency-groups]",
                        "dev = [\"pytest\", \"ruff\", \"mypy\"]")
                .file("packages/api/src/shop_api/__init__.py", "from shop_store import prices");
    }

    public static SampleProject poetry(Path root) {
        return new SampleProject(root)
                .file(
                        "backend/pyproject.toml",
                        "[tool.poetry]",
                        "name = \"backend\"",
                        "[tool.poetry.dependencies]",
                        "python = \"^3.12\"",
                        "flask = \"^3\"",
                        "common = { path = \"../common\" }",
                        "[tool.poetry.group.dev.dependencies]",
                        "pytest = \"^8\"")
                .file("common/pyproject.toml", "[tool.poetry]", "name = \"common\"");
    }

    public static SampleProject dotnet(Path root) {
        return new SampleProject(root)
                .file(
                        "Shop.sln",
                        "Project(\"{F}\") = \"Shop.Api\", \"src\\Shop.Api\\Shop.Api.csproj\", \"{1}\"",
                        "Project(\"{F}\") = \"Shop.Tests\", \"tests\\Shop.Tests\\Shop.Tests.csproj\", \"{2}\"")
                .file("src/Shop.Api/Shop.Api.csproj", "<Project Sdk=\"Microsoft.NET.Sdk.Web\">", "</Project>")
                .file(
                        "tests/Shop.Tests/Shop.Tests.csproj",
                        "<Project Sdk=\"Microsoft.NET.Sdk\"><ItemGroup>",
                        "<PackageReference Include=\"Microsoft.NET.Test.Sdk\" Version=\"17\" />",
                        "<ProjectReference Include=\"..\\..\\src\\Shop.Api\\Shop.Api.csproj\" />",
                        "</ItemGroup></Project>")
                .file("tests/Shop.Tests/PriceTests.cs", "using Shop.Api.Prices;");
    }

    /** One module in the root, with a README. */
    public static SampleProject small(Path root) {
        return new SampleProject(root)
                .file("README.md", "# Tally", "", "[![build](x)](y)", "", "Counts things that [people](z) count badly.")
                .file("pyproject.toml", "[project]", "name = \"tally\"", "dependencies = [\"pytest\"]")
                .file("tally/__init__.py")
                .file("tests/test_tally.py");
    }

    public static SampleProject polyglot(Path root) {
        return new SampleProject(root)
                .file("README.md", "A shop that sells boats to sailors.")
                .file("Makefile", "test:", "\ttrue")
                .file(".github/workflows/ci.yml")
                .file("backend/pyproject.toml", "[project]", "name = \"backend\"", "dependencies = [\"django\"]")
                .file("backend/tests/test_a.py")
                .file(
                        "frontend/package.json",
                        "{\"name\": \"frontend\", \"dependencies\": {\"vue\": \"3\"},",
                        "\"scripts\": {\"test\": \"vitest \\\"run\\\" --x='a b'\", \"lint\": \"eslint .\"}}")
                .file("mobile/pubspec.yaml", "name: mobile", "dependencies:", "  flutter:", "    sdk: flutter")
                .file("mobile/test/a_test.dart")
                .file("worker/mix.exs", "defmodule W do", "  def project, do: [app: :worker]", "end")
                .file("legacy/composer.json", "{\"name\": \"acme/legacy\", \"scripts\": {\"test\": \"phpunit\"}}")
                .file("admin/Gemfile", "gem 'rails'")
                .file("sdk/Package.swift", "let package = Package(name: \"Sdk\")")
                .folder("sdk/Tests/SdkTests")
                .file(
                        "docker-compose.yml",
                        "services:",
                        "  web:",
                        "    build: ./frontend",
                        "    depends_on: [api]",
                        "  api:",
                        "    build: {context: backend}");
    }

    /** A folder of clones. */
    public static SampleProject repositories(Path root) {
        return new SampleProject(root)
                .folder("api/.git")
                .file("api/go.mod", "module example.com/api")
                .folder("notes/.git")
                .file("notes/README.md", "x");
    }
}

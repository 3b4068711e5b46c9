package dev.lindy.project.discovery.ecosystem;

import dev.lindy.project.discovery.manifest.Dependency;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Frameworks and tools by the dependency that gives them away. */
final class Labels {

    private static final Map<String, Map<String, String>> KNOWN = Map.of(
            "python",
            table(
                    "fastapi FastAPI; flask Flask; django Django; sqlalchemy SQLAlchemy; pydantic Pydantic; celery Celery;"
                            + " redis Redis; psycopg PostgreSQL; psycopg2 PostgreSQL; psycopg2-binary PostgreSQL;"
                            + " asyncpg PostgreSQL; pymongo MongoDB; boto3 AWS; torch PyTorch; tensorflow TensorFlow;"
                            + " numpy NumPy; pandas pandas"),
            "node",
            table(
                    "react React; next Next.js; vue Vue; nuxt Nuxt; svelte Svelte; @angular/core Angular; express Express;"
                            + " fastify Fastify; @nestjs/core NestJS; prisma Prisma; @prisma/client Prisma;"
                            + " typeorm TypeORM; tailwindcss Tailwind CSS; typescript TypeScript; vite Vite"),
            "rust",
            table("tokio Tokio; axum Axum; actix-web Actix; rocket Rocket; diesel Diesel; sqlx SQLx; tonic gRPC"),
            "go",
            table("github.com/gin-gonic/gin Gin; github.com/labstack/echo/v4 Echo; github.com/gofiber/fiber/v2 Fiber;"
                    + " github.com/go-chi/chi/v5 chi; google.golang.org/grpc gRPC; gorm.io/gorm GORM"),
            "jvm",
            table("spring-boot Spring; spring-web Spring; spring-core Spring; quarkus Quarkus; micronaut Micronaut;"
                    + " hibernate Hibernate; ktor Ktor; junit JUnit"),
            "dotnet",
            table("microsoft.aspnetcore ASP.NET Core; microsoft.entityframeworkcore Entity Framework; xunit xUnit;"
                    + " nunit NUnit; mstest MSTest"),
            "ruby",
            table("rails Rails; sinatra Sinatra; sidekiq Sidekiq; rspec RSpec; pg PostgreSQL"),
            "php",
            table("laravel/framework Laravel; symfony/framework-bundle Symfony; doctrine/orm Doctrine;"
                    + " phpunit/phpunit PHPUnit"),
            "elixir",
            table("phoenix Phoenix; ecto Ecto; ecto_sql Ecto; oban Oban"),
            "dart",
            table("flutter Flutter"));

    private Labels() {}

    /** Labels of exactly these dependencies, in the order of the manifest. */
    static List<String> of(String family, List<Dependency> dependencies) {
        Map<String, String> known = KNOWN.getOrDefault(family, Map.of());
        Set<String> labels = new LinkedHashSet<>();
        for (Dependency dependency : dependencies) {
            String label = known.get(dependency.name().toLowerCase(Locale.ROOT));
            if (label != null) {
                labels.add(label);
            }
        }
        return List.copyOf(labels);
    }

    /** The same for names that only begin with, or hold, a known word: {@code org.springframework.boot:…}. */
    static List<String> within(String family, List<Dependency> dependencies) {
        Map<String, String> known = KNOWN.getOrDefault(family, Map.of());
        Set<String> labels = new LinkedHashSet<>();
        for (Dependency dependency : dependencies) {
            String name = dependency.name().toLowerCase(Locale.ROOT);
            known.forEach((word, label) -> {
                if (name.contains(word)) {
                    labels.add(label);
                }
            });
        }
        return List.copyOf(labels);
    }

    private static Map<String, String> table(String text) {
        Map<String, String> table = new TreeMap<>();
        for (String entry : text.split(";", -1)) {
            String[] parts = entry.strip().split(" ", 2);
            table.put(parts[0], parts[1]);
        }
        return Collections.unmodifiableMap(table);
    }
}

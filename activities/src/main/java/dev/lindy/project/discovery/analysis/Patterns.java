package dev.lindy.project.discovery.analysis;

import dev.lindy.project.discovery.tree.Folder;
import dev.lindy.project.discovery.tree.SourceTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What kind of software a module is, as its frameworks and folders tell. */
final class Patterns {

    private static final Set<String> API = Set.of(
            "FastAPI",
            "Flask",
            "Django",
            "Express",
            "Fastify",
            "NestJS",
            "Gin",
            "Echo",
            "Fiber",
            "chi",
            "Axum",
            "Actix",
            "Rocket",
            "Spring",
            "Quarkus",
            "Micronaut",
            "Ktor",
            "ASP.NET Core",
            "Rails",
            "Sinatra",
            "Laravel",
            "Symfony",
            "Phoenix");
    private static final Set<String> DATABASE = Set.of(
            "SQLAlchemy",
            "Django",
            "Prisma",
            "TypeORM",
            "GORM",
            "Diesel",
            "SQLx",
            "Hibernate",
            "Entity Framework",
            "Rails",
            "Doctrine",
            "Ecto");
    private static final Set<String> FRONTEND =
            Set.of("React", "Next.js", "Vue", "Nuxt", "Svelte", "Angular", "Flutter");
    private static final Set<String> JOBS = Set.of("Celery", "Sidekiq", "Oban");

    private Patterns() {}

    static List<String> of(Folder folder, List<String> technologies, SourceTree tree) {
        List<String> patterns = new ArrayList<>();
        add(patterns, "REST API", technologies, API);
        add(patterns, "database ORM", technologies, DATABASE);
        add(patterns, "frontend SPA", technologies, FRONTEND);
        add(patterns, "async job queue", technologies, JOBS);
        if (folder.folders().contains("migrations") || folder.folders().contains("alembic")) {
            patterns.add("database migrations");
        }
        if (folder.hasAny("Dockerfile", "docker-compose.yml", "docker-compose.yaml", "compose.yaml", "compose.yml")) {
            patterns.add("containerized");
        }
        boolean hasTerraform = folder.files().stream().anyMatch(name -> name.endsWith(".tf"))
                || tree.folder(folder.child("terraform")).isPresent();
        if (hasTerraform) {
            patterns.add("infrastructure as code");
        }
        return patterns;
    }

    private static void add(List<String> patterns, String pattern, List<String> technologies, Set<String> signs) {
        if (technologies.stream().anyMatch(signs::contains)) {
            patterns.add(pattern);
        }
    }
}

package dev.lindy.project.discovery.generate;

/** The line by which editors find out what may stand in a project config. */
final class SchemaComment {

    static final String LINE =
            "# yaml-language-server: $schema=https://lindy.dev/docs/reference/orchestrator.schema.json";

    private SchemaComment() {}
}

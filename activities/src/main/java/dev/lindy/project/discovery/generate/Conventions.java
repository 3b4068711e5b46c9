package dev.lindy.project.discovery.generate;

import dev.lindy.project.discovery.analysis.ModuleProfile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Rules for writing code, by the technologies of a module. */
final class Conventions {

    private static final Map<String, List<String>> RULES = rules();

    private Conventions() {}

    /** In the order of the module's technologies; may be empty. */
    static List<String> of(ModuleProfile module) {
        List<String> found = new ArrayList<>();
        module.technologies().forEach(technology -> found.addAll(RULES.getOrDefault(technology, List.of())));
        return found.stream().distinct().toList();
    }

    private static Map<String, List<String>> rules() {
        Map<String, List<String>> rules = new TreeMap<>();
        rules.put(
                "Python",
                List.of(
                        "Use type hints in all signatures",
                        "Follow PEP 8 names",
                        "Prefer `pathlib.Path` to `os.path`"));
        rules.put("Pydantic", List.of("Validate data with Pydantic models, `model_validate()`"));
        rules.put("SQLAlchemy", List.of("Write SQLAlchemy 2.0 style: `select()`, not `query()`"));
        rules.put("FastAPI", List.of("Write route handlers as `async def`; inject what handlers share"));
        rules.put("TypeScript", List.of("Strict TypeScript, no `any`"));
        rules.put("React", List.of("Functional components with hooks", "Named exports rather than default exports"));
        rules.put("Next.js", List.of("App Router conventions (`app/`)"));
        rules.put("Vue", List.of("Composition API with `<script setup>`"));
        rules.put(
                "Rust", List.of("Return `Result`; no `unwrap()` outside of tests", "Take `&str` rather than `String`"));
        rules.put(
                "Go", List.of("Return errors, do not panic", "Pass `context.Context` for cancellation and deadlines"));
        List<String> jvm = List.of("Prefer immutable values", "Close resources with try-with-resources");
        rules.put("Java/Maven", jvm);
        rules.put("Java/Gradle", jvm);
        List<String> kotlin = List.of("Prefer `val` and data classes", "No `!!` outside of tests");
        rules.put("Kotlin/Gradle", kotlin);
        rules.put("Kotlin/Maven", kotlin);
        rules.put("C#/.NET", List.of("Nullable reference types on", "`async` all the way; no `.Result`"));
        rules.put("Ruby", List.of("Follow the project's RuboCop rules, else the community style guide"));
        rules.put("PHP", List.of("`declare(strict_types=1)`; PSR-12"));
        rules.put("Elixir", List.of("Return `{:ok, _}` and `{:error, _}`; let it crash at the edges"));
        rules.put("Swift", List.of("Value types first; no force unwrapping outside of tests"));
        rules.put("Dart/Flutter", List.of("Sound null safety; `const` constructors where they can be"));
        return Collections.unmodifiableMap(rules);
    }
}

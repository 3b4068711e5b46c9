package dev.lindy.project.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Languages whose imports can be read. */
@SuppressWarnings("ImmutableEnumChecker") // the lists are immutable copies, readers have no state
public enum SourceLanguage {
    PYTHON("python", Syntax.PYTHON, new PythonImports(), "py", "pyi"),
    SCRIPT("node", Syntax.SCRIPT, new ScriptImports(), "js", "jsx", "ts", "tsx", "mjs", "cjs", "mts", "cts"),
    /** Scripts inside of markup. */
    COMPONENT("node", Syntax.SCRIPT, new ScriptImports(), "vue", "svelte"),
    GO("go", Syntax.GO, new GoImports(), "go"),
    JAVA("jvm", Syntax.JAVA, new JvmImports(), "java", "groovy"),
    KOTLIN("jvm", Syntax.KOTLIN, new JvmImports(), "kt", "kts", "scala"),
    RUST("rust", Syntax.RUST, new RustImports(), "rs"),
    DOTNET("dotnet", Syntax.DOTNET, new DotnetImports(), "cs", "fs"),
    DART("dart", Syntax.DART, new DartImports(), "dart");

    private static final Pattern SCRIPT_START = Pattern.compile("<script\\b[^<>]{0,400}>", Pattern.CASE_INSENSITIVE);
    private static final String SCRIPT_END = "</script";

    private final String ecosystem;
    private final Syntax syntax;
    private final ImportReader reader;
    private final List<String> extensions;

    SourceLanguage(String ecosystem, Syntax syntax, ImportReader reader, String... extensions) {
        this.ecosystem = ecosystem;
        this.syntax = syntax;
        this.reader = reader;
        this.extensions = List.of(extensions);
    }

    /** The language of a file by its name, or empty where its imports cannot be read. */
    public static Optional<SourceLanguage> of(String file) {
        String extension = file.substring(file.lastIndexOf('.') + 1);
        return Arrays.stream(values())
                .filter(language -> language.extensions.contains(extension))
                .findFirst();
    }

    /** The ecosystem in whose manifests the names of modules stand. */
    public String ecosystem() {
        return ecosystem;
    }

    /** All imports of a source text, in its order; what comments and strings say is none. Linear in its length. */
    public List<Import> imports(String text) {
        return reader.read(Lexer.read(this == COMPONENT ? scripts(text) : text, syntax));
    }

    /** The scripts alone, on the lines where they stand. */
    private static String scripts(String markup) {
        StringBuilder scripts = new StringBuilder();
        Matcher start = SCRIPT_START.matcher(markup);
        int end = 0;
        while (end < markup.length() && start.find(end)) {
            scripts.append("\n".repeat((int) markup.substring(end, start.end())
                    .chars()
                    .filter(c -> c == '\n')
                    .count()));
            int close = markup.indexOf(SCRIPT_END, start.end());
            end = close < 0 ? markup.length() : close;
            scripts.append(markup, start.end(), end);
        }
        return scripts.toString();
    }
}

package dev.lindy.project.imports.resolve;

import dev.lindy.project.imports.Import;
import dev.lindy.project.imports.SourceLanguage;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Says which files and folders of a project an import means, and which build a file belongs to. */
public final class ImportTargets {

    private final SourceIndex files;
    private final Map<SourceLanguage, Targets> byLanguage = new EnumMap<>(SourceLanguage.class);

    public ImportTargets(SourceIndex files) {
        this.files = files;
    }

    /**
     * Files and folders that are meant, relative to the project; none for what is not the project's.
     *
     * @param file that imports
     */
    public List<String> of(SourceLanguage language, String file, Import imported) {
        return byLanguage.computeIfAbsent(language, this::targets).of(file, imported);
    }

    private Targets targets(SourceLanguage language) {
        return switch (language) {
            case PYTHON -> new PythonTargets(files);
            case SCRIPT, COMPONENT -> new ScriptTargets(files);
            case JAVA, KOTLIN -> new JvmTargets(files);
            case GO -> new GoTargets(files);
            case RUST -> new RustTargets(files);
            case DOTNET -> new DotnetTargets(files);
            case DART -> (file, imported) -> List.of();
        };
    }

    /** Whether there is such a folder. */
    public boolean isFolder(String path) {
        return files.hasFolder(path);
    }

    /**
     * Whether a build tool stands between the two, so that one can use the other only where a build file says so.
     * Python and JavaScript reach any file that they can name.
     */
    public boolean isKeptApartByBuild(SourceLanguage language, String file, String target) {
        return switch (language) {
            case PYTHON, SCRIPT, COMPONENT -> false;
            case JAVA, KOTLIN -> differ(file, target, "pom.xml", "build.gradle", "build.gradle.kts", "build.sbt");
            case GO -> differ(file, target, "go.mod");
            case RUST, DOTNET, DART -> true;
        };
    }

    private boolean differ(String file, String target, String... manifests) {
        String inside = files.hasFolder(target) ? SourceIndex.child(target, "file") : target;
        return !files.above(file, manifests).equals(files.above(inside, manifests));
    }
}

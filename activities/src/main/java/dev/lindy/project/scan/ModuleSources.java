package dev.lindy.project.scan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the walk has seen in one module. */
final class ModuleSources {

    /**
     * A file with too many lines.
     *
     * @param path from the project's root
     */
    record LongFile(String path, int lines) {}

    private final List<LongFile> longFiles = new ArrayList<>();
    /** Lower-case names of folders, and of source files without what follows the first dot. */
    private final Set<String> names = new HashSet<>();

    private int files;
    private boolean tests;

    void folder(String name) {
        names.add(name.toLowerCase(Locale.ROOT));
        tests |= SourceKind.isTestFolder(name);
    }

    void file(String path, String name, LineCount count, int maxLines) {
        files++;
        names.add(name.substring(0, name.indexOf('.')).toLowerCase(Locale.ROOT));
        tests |= count.hasInlineTests() || SourceKind.isTestFile(name);
        if (count.lines() > maxLines) {
            longFiles.add(new LongFile(path, count.lines()));
        }
    }

    /** The longest first. */
    List<LongFile> longFiles() {
        return longFiles.stream()
                .sorted(Comparator.comparingInt(LongFile::lines).reversed().thenComparing(LongFile::path))
                .toList();
    }

    boolean has(String name) {
        return names.contains(name);
    }

    boolean hasSourcesWithoutTests() {
        return files > 0 && !tests;
    }
}

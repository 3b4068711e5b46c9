package dev.lindy.project.imports.resolve;

import dev.lindy.project.imports.Import;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Classes and packages, whatever the source root; of several with one name the one nearest to the file. */
final class JvmTargets implements Targets {

    private static final List<String> ENDINGS = List.of(".java", ".kt", ".scala", ".groovy", "");

    /** Shorter names mean everybody's packages. */
    private static final int LEAST = 2;

    private final SourceIndex files;

    JvmTargets(SourceIndex files) {
        this.files = files;
    }

    @Override
    public List<String> of(String file, Import imported) {
        List<String> parts = Arrays.stream(imported.target().split("\\.", -1))
                .filter(part -> !part.equals("*") && !part.equals("_"))
                .toList();
        // a member of a class of the package is the longest that may follow
        for (int length = parts.size(); length >= Math.max(LEAST, parts.size() - 2); length--) {
            Optional<String> found = find(file, parts.subList(0, length));
            if (found.isPresent()) {
                return List.of(found.get());
            }
        }
        return List.of();
    }

    private Optional<String> find(String file, List<String> parts) {
        String path = String.join("/", parts);
        String last = parts.get(parts.size() - 1);
        for (String ending : ENDINGS) {
            Optional<String> nearest = files.named(last + ending).stream()
                    .filter(candidate -> ("/" + candidate).endsWith("/" + path + ending))
                    .max(Comparator.comparingInt((String candidate) -> common(file, candidate))
                            .thenComparing(Comparator.reverseOrder()));
            if (nearest.isPresent()) {
                return nearest;
            }
        }
        return Optional.empty();
    }

    private static int common(String one, String other) {
        int i = 0;
        while (i < one.length() && i < other.length() && one.charAt(i) == other.charAt(i)) {
            i++;
        }
        return i;
    }
}

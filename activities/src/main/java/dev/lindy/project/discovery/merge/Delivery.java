package dev.lindy.project.discovery.merge;

import dev.lindy.project.discovery.generate.GeneratedFile;
import dev.lindy.project.discovery.generate.IgnoreLines;
import dev.lindy.project.discovery.merge.Delivered.Outcome;
import dev.lindy.project.discovery.merge.TextMerge.Merged;
import dev.lindy.project.file.IoReason;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Writes generated files into a project. What was generated is remembered in {@code .orchestrator/onboard}, so that the
 * next time a change of the user's can be told from one of ours. Whatever is replaced is kept in {@code
 * .orchestrator/backup}. One file that cannot be written does not keep the others from it.
 */
public final class Delivery {

    private static final String BACKUP = ".orchestrator/backup/";
    private static final List<String> FOLDERS =
            List.of(".orchestrator/logs", ".orchestrator/sessions", ".orchestrator/mailbox");
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final ProjectFolder folder;
    private final Memory memory;
    private final TextMerge merge;
    private final Predicate<GeneratedFile> isSound;
    private final String backup;
    private final boolean force;

    /**
     * @param isSound whether a merged text still holds together
     * @param at names the folder of the backups
     * @param force replaces documents whatever is in them
     */
    public Delivery(Path root, TextMerge merge, Predicate<GeneratedFile> isSound, Instant at, boolean force) {
        this.folder = new ProjectFolder(root);
        this.memory = new Memory(root);
        this.merge = merge;
        this.isSound = isSound;
        this.backup = BACKUP + SECOND.format(at) + "/";
        this.force = force;
    }

    /** In the order of the files; then the folders that the original makes are there as well. */
    public List<Delivered> deliver(List<GeneratedFile> files) {
        List<Delivered> delivered = new ArrayList<>();
        for (GeneratedFile file : files) {
            delivered.add(deliver(file));
        }
        for (String path : FOLDERS) {
            try {
                folder.makeFolder(path);
            } catch (IOException e) {
                delivered.add(new Delivered(path, Outcome.FAILED, IoReason.of(e)));
            }
        }
        return delivered;
    }

    private Delivered deliver(GeneratedFile file) {
        try {
            Optional<String> current = folder.read(file.path());
            return switch (file.kind()) {
                case STATE -> current.isPresent() ? Delivered.of(file.path(), Outcome.UNCHANGED) : create(file);
                case LINES -> lines(file, current.orElse(""));
                case COPY -> copy(file, current);
                case AMENDED -> replace(file, current.orElse(""), file.content(), Outcome.UPDATED);
                case DOCUMENT -> document(file, current);
            };
        } catch (IOException e) {
            return new Delivered(file.path(), Outcome.FAILED, IoReason.of(e));
        }
    }

    private Delivered create(GeneratedFile file) throws IOException {
        folder.write(file.path(), file.content());
        return Delivered.of(file.path(), Outcome.CREATED);
    }

    private Delivered copy(GeneratedFile file, Optional<String> current) throws IOException {
        if (current.isPresent() && current.get().equals(file.content())) {
            return Delivered.of(file.path(), Outcome.UNCHANGED);
        }
        folder.write(file.path(), file.content());
        return Delivered.of(file.path(), current.isPresent() ? Outcome.UPDATED : Outcome.CREATED);
    }

    private Delivered lines(GeneratedFile file, String current) throws IOException {
        String more = IgnoreLines.addTo(current);
        if (more.equals(current)) {
            return Delivered.of(file.path(), Outcome.UNCHANGED);
        }
        folder.write(file.path(), more);
        return Delivered.of(file.path(), current.isEmpty() ? Outcome.CREATED : Outcome.UPDATED);
    }

    private Delivered document(GeneratedFile file, Optional<String> current) throws IOException {
        Optional<String> base = memory.of(file.path());
        Delivered delivered;
        if (current.isEmpty() || (base.isEmpty() && current.get().isBlank())) {
            delivered = create(file);
        } else if (withoutReturns(current.get()).equals(file.content())) {
            delivered = Delivered.of(file.path(), Outcome.UNCHANGED);
        } else if (force) {
            delivered = replace(file, current.get(), file.content(), Outcome.REPLACED);
        } else if (base.isEmpty()) {
            return new Delivered(file.path(), Outcome.KEPT, "it was there before; `--force` replaces it");
        } else {
            delivered = merge(file, current.get(), base.get());
        }
        if (delivered.outcome() != Outcome.KEPT) {
            memory.keep(file.path(), file.content());
        }
        return delivered;
    }

    private Delivered merge(GeneratedFile file, String current, String base) throws IOException {
        if (base.equals(file.content())) {
            return new Delivered(file.path(), Outcome.UNCHANGED, "with your changes");
        }
        String users = withoutReturns(current);
        String end = current.contains("\r\n") ? "\r\n" : "\n";
        if (users.equals(base)) {
            return replace(file, current, file.content().replace("\n", end), Outcome.UPDATED);
        }
        try {
            Merged merged = merge.merge(users, base, file.content());
            if (!isSound.test(new GeneratedFile(file.path(), merged.text(), file.kind()))) {
                return new Delivered(file.path(), Outcome.KEPT, "merged, it would not hold together");
            }
            Outcome outcome = merged.conflicts().isEmpty() ? Outcome.MERGED : Outcome.CONFLICT;
            if (merged.text().equals(users)) {
                return new Delivered(
                        file.path(), merged.conflicts().isEmpty() ? Outcome.UNCHANGED : outcome, places(merged));
            }
            Delivered replaced = replace(file, current, merged.text().replace("\n", end), outcome);
            return new Delivered(file.path(), outcome, join(places(merged), replaced.detail()));
        } catch (UnmergeableException e) {
            return new Delivered(file.path(), Outcome.KEPT, String.valueOf(e.getMessage()));
        }
    }

    private Delivered replace(GeneratedFile file, String current, String text, Outcome outcome) throws IOException {
        folder.write(backup + file.path(), current);
        folder.write(file.path(), text);
        return new Delivered(file.path(), outcome, "before: " + backup + file.path());
    }

    private static String places(Merged merged) {
        return merged.conflicts().isEmpty()
                ? ""
                : "your side was kept at line "
                        + merged.conflicts().stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static String join(String one, String other) {
        return one.isEmpty() ? other : one + "; " + other;
    }

    private static String withoutReturns(String text) {
        return text.replace("\r\n", "\n");
    }
}

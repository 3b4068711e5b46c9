package dev.lindy.project.status;

import dev.lindy.project.file.ProjectFiles;
import dev.lindy.project.status.ModuleStatus.Deliverable;
import dev.lindy.project.status.ModuleStatus.DoneItem;
import dev.lindy.project.status.ModuleStatus.Request;
import dev.lindy.project.status.ModuleStatus.WorkItem;
import dev.lindy.project.status.StatusTable.Row;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads STATUS.md files as leniently as the original; never throws for what is in a file. */
public final class StatusReader {
    /** Larger files count as unreadable, in bytes. */
    public static final int MAX_BYTES = 512 * 1024;

    private static final String NO_ID = "—";
    private static final Pattern TICK = Pattern.compile("[-*+]\\s*\\[.]\\s*(.*)");
    private static final Pattern BULLET = Pattern.compile("[-*+]\\s+(.*)");
    private static final Pattern RULE = Pattern.compile("[-*_\\s]*");
    private static final Pattern NONE = Pattern.compile("(?i)none\\.?");

    private final StatusSections sections;

    private StatusReader(StatusSections sections) {
        this.sections = sections;
    }

    /** The status in a file; empty if there is no such file, health {@code UNKNOWN} if it cannot be read. */
    public static Optional<ModuleStatus> read(ProjectFiles files, String path) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(files.read(path, MAX_BYTES));
            return Optional.of(
                    parse(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.of(ModuleStatus.unreadable("the file is not UTF-8 text"));
        } catch (FileSystemException e) {
            return Optional.of(ModuleStatus.unreadable("the file cannot be read: " + e.getReason()));
        } catch (IOException e) {
            return Optional.of(ModuleStatus.unreadable("the file cannot be read: " + e.getMessage()));
        }
    }

    /** The status in a text. */
    public static ModuleStatus parse(String text) {
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return new StatusReader(StatusSections.of(plain)).status();
    }

    private ModuleStatus status() {
        Map<String, String> meta = pairs("Meta", "Key");
        return new ModuleStatus(
                meta.getOrDefault("module", meta.getOrDefault("department", "")),
                meta.getOrDefault("last_updated", ""),
                meta.getOrDefault("agent_session", ""),
                meta.getOrDefault("overall_health", ModuleStatus.GREEN).toUpperCase(Locale.ROOT),
                activeWork(),
                completed(),
                backlog(),
                requests(),
                deliverables(),
                pairs("Key Metrics", "Metric"),
                blockers(),
                null);
    }

    private Map<String, String> pairs(String title, String key) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (Row row : rows(title)) {
            if (!row.cell(key).isEmpty()) {
                pairs.put(row.cell(key), row.cell("Value"));
            }
        }
        return pairs;
    }

    private List<WorkItem> activeWork() {
        return rows("Active Work").stream()
                .filter(row -> !row.cell("ID").isEmpty() && !row.cell("ID").equals(NO_ID))
                .map(row -> new WorkItem(
                        row.cell("ID"),
                        row.cell("Task"),
                        row.cell("Status"),
                        row.cell("BlockedBy"),
                        row.cell("Started"),
                        row.cell("Notes")))
                .toList();
    }

    private List<DoneItem> completed() {
        return rows("Completed (Recent)").stream()
                .map(row -> new DoneItem(row.cell("ID"), row.cell("Task"), row.cell("Completed"), row.cell("Outcome")))
                .toList();
    }

    private List<Request> requests() {
        return renamed("Requests").stream()
                .filter(row -> !row.cell("ID").isEmpty())
                .map(row -> new Request(
                        row.cell("ID"),
                        row.cell("From"),
                        row.cell("To"),
                        row.cell("Request"),
                        row.cell("Priority"),
                        row.cell("Status")))
                .toList();
    }

    private List<Deliverable> deliverables() {
        return renamed("Deliverables").stream()
                .filter(row -> !row.cell("ID").isEmpty())
                .map(row -> new Deliverable(
                        row.cell("ID"),
                        row.cell("From"),
                        row.cell("To"),
                        row.cell("Deliverable"),
                        row.cell("Status"),
                        row.cell("Path")))
                .toList();
    }

    // modules were departments once
    private List<Row> renamed(String what) {
        List<Row> old = rows("Cross-Department " + what);
        return old.isEmpty() ? rows("Cross-Module " + what) : old;
    }

    private List<String> backlog() {
        return sections.lines("Backlog").stream()
                .flatMap(line -> item(line).stream())
                .filter(text -> !text.toLowerCase(Locale.ROOT).startsWith("(none"))
                .toList();
    }

    private List<String> blockers() {
        return sections.lines("Blockers").stream()
                .flatMap(line -> bullet(line).stream())
                .filter(text -> !text.toLowerCase(Locale.ROOT).contains("(none)"))
                .filter(text -> !NONE.matcher(text).matches())
                .toList();
    }

    private static Optional<String> item(String line) {
        Matcher tick = TICK.matcher(line);
        return tick.matches() ? text(tick.group(1)) : bullet(line);
    }

    private static Optional<String> bullet(String line) {
        Matcher bullet = BULLET.matcher(line);
        return bullet.matches() ? text(bullet.group(1)) : Optional.empty();
    }

    private static Optional<String> text(String text) {
        return RULE.matcher(text).matches() ? Optional.empty() : Optional.of(text.strip());
    }

    private List<Row> rows(String title) {
        return StatusTable.rows(sections.lines(title));
    }
}

package dev.lindy.project.status;

import dev.lindy.project.file.IoReason;
import dev.lindy.project.file.ProjectFiles;
import dev.lindy.project.status.ModuleStatus.Deliverable;
import dev.lindy.project.status.ModuleStatus.DoneItem;
import dev.lindy.project.status.ModuleStatus.Request;
import dev.lindy.project.status.ModuleStatus.WorkItem;
import dev.lindy.project.status.StatusTable.Row;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
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

    private final StatusOutline outline;

    private StatusReader(StatusOutline outline) {
        this.outline = outline;
    }

    /** The status in a file; empty if there is no such file, health {@code UNKNOWN} if it cannot be read. */
    public static Optional<ModuleStatus> read(ProjectFiles files, String path) {
        try {
            return Optional.of(parse(StatusText.decode(files.read(path, MAX_BYTES))));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.of(ModuleStatus.unreadable("the file is not UTF-8 text"));
        } catch (IOException e) {
            return Optional.of(ModuleStatus.unreadable("the file cannot be read: " + IoReason.of(e)));
        }
    }

    /** The status in a text. */
    public static ModuleStatus parse(String text) {
        return of(StatusOutline.of(text));
    }

    /** The status in a text that is taken apart already. */
    public static ModuleStatus of(StatusOutline outline) {
        return new StatusReader(outline).status();
    }

    private ModuleStatus status() {
        Map<String, String> meta = pairs(StatusSection.META);
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
                pairs(StatusSection.KEY_METRICS),
                blockers(),
                null);
    }

    private Map<String, String> pairs(StatusSection section) {
        String key = section.columns().get(0);
        Map<String, String> pairs = new LinkedHashMap<>();
        for (Row row : rows(section)) {
            if (!row.cell(key).isEmpty()) {
                pairs.put(row.cell(key), row.cell("Value"));
            }
        }
        return pairs;
    }

    private List<WorkItem> activeWork() {
        return rows(StatusSection.ACTIVE_WORK).stream()
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
        return rows(StatusSection.COMPLETED).stream()
                .map(row -> new DoneItem(row.cell("ID"), row.cell("Task"), row.cell("Completed"), row.cell("Outcome")))
                .toList();
    }

    private List<Request> requests() {
        return rows(StatusSection.REQUESTS).stream()
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
        return rows(StatusSection.DELIVERABLES).stream()
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

    private List<String> backlog() {
        return lines(StatusSection.BACKLOG).stream()
                .flatMap(line -> item(line).stream())
                .filter(text -> !text.toLowerCase(Locale.ROOT).startsWith("(none"))
                .toList();
    }

    private List<String> blockers() {
        return lines(StatusSection.BLOCKERS).stream()
                .flatMap(line -> bullet(line).stream())
                .filter(text -> !text.toLowerCase(Locale.ROOT).contains("(none)"))
                .filter(text -> !NONE.matcher(text).matches())
                .toList();
    }

    /** The text of a bullet in this section, in the backlog without its box; empty where the line is none. */
    public static Optional<String> bullet(StatusSection section, String line) {
        return section == StatusSection.BACKLOG ? item(line.strip()) : bullet(line.strip());
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

    private List<Row> rows(StatusSection section) {
        return section.table(outline).rows();
    }

    private List<String> lines(StatusSection section) {
        return outline.part(section.title()).stream()
                .flatMap(part -> part.visible().stream())
                .map(index -> outline.lines().get(index).text().strip())
                .toList();
    }
}

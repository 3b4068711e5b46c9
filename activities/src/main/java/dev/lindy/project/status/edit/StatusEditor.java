package dev.lindy.project.status.edit;

import dev.lindy.project.status.ModuleStatus;
import dev.lindy.project.status.ModuleStatus.Deliverable;
import dev.lindy.project.status.ModuleStatus.DoneItem;
import dev.lindy.project.status.ModuleStatus.Request;
import dev.lindy.project.status.ModuleStatus.WorkItem;
import dev.lindy.project.status.StatusLine;
import dev.lindy.project.status.StatusOutline;
import dev.lindy.project.status.StatusReader;
import dev.lindy.project.status.StatusSection;
import dev.lindy.project.status.StatusTable;
import dev.lindy.project.status.StatusText;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A STATUS.md and its edits: cells, rows and bullets change, every other byte stays. Never changes itself; each edit
 * gives the editor of the edited text.
 *
 * <p>Texts may come from anywhere: line ends and control characters are taken out, pipes escaped, what is longer than
 * 500 characters cut off. A section or table that is missing is made as a new file has it. An edit that the reader would
 * not find again, for instance behind a code fence that nobody closed, is refused.
 */
public final class StatusEditor {

    private final StatusOutline outline;

    private StatusEditor(StatusOutline outline) {
        this.outline = outline;
    }

    /**
     * Opens a file's content.
     *
     * @throws UneditableStatusException where it is larger than {@link StatusReader#MAX_BYTES}, binary or not UTF-8
     */
    public static StatusEditor of(byte[] file) throws UneditableStatusException {
        if (file.length > StatusReader.MAX_BYTES) {
            throw new UneditableStatusException("it is larger than " + StatusReader.MAX_BYTES / 1024 + " KiB");
        }
        try {
            return of(StatusText.decode(file));
        } catch (CharacterCodingException e) {
            throw new UneditableStatusException("it is not UTF-8 text");
        }
    }

    /**
     * Opens a text.
     *
     * @throws UneditableStatusException where it holds NUL characters
     */
    public static StatusEditor of(String text) throws UneditableStatusException {
        if (text.indexOf('\0') >= 0) {
            throw new UneditableStatusException("it is a binary file");
        }
        return new StatusEditor(StatusOutline.of(text));
    }

    public String text() {
        return outline.text();
    }

    public byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }

    public ModuleStatus status() {
        return StatusReader.of(outline);
    }

    /** Sets a value of the section Meta, for instance {@code last_updated}. */
    public StatusEditor meta(String key, String value) throws UneditableStatusException {
        return put(StatusSection.META, key, value);
    }

    /** Adds a row of Active Work, or changes the one with this id. */
    public StatusEditor put(WorkItem item) throws UneditableStatusException {
        return put(
                StatusSection.ACTIVE_WORK,
                item.id(),
                item.task(),
                item.status(),
                item.blockedBy(),
                item.started(),
                item.notes());
    }

    /** Adds a row of Completed (Recent), or changes the one with this id. */
    public StatusEditor put(DoneItem item) throws UneditableStatusException {
        return put(StatusSection.COMPLETED, item.id(), item.task(), item.completed(), item.outcome());
    }

    /** Adds a request, or changes the one with this id. */
    public StatusEditor put(Request item) throws UneditableStatusException {
        return put(
                StatusSection.REQUESTS,
                item.id(),
                item.from(),
                item.to(),
                item.request(),
                item.priority(),
                item.status());
    }

    /** Adds a deliverable, or changes the one with this id. */
    public StatusEditor put(Deliverable item) throws UneditableStatusException {
        return put(
                StatusSection.DELIVERABLES,
                item.id(),
                item.from(),
                item.to(),
                item.deliverable(),
                item.status(),
                item.path());
    }

    /** Moves work from Active Work, where it may be missing, to Completed (Recent). */
    public StatusEditor complete(DoneItem item) throws UneditableStatusException {
        return remove(StatusSection.ACTIVE_WORK, item.id()).put(item);
    }

    /** Removes all rows of a table whose first column says this; none is no error. */
    public StatusEditor remove(StatusSection table, String id) {
        String key = CellText.plain(id);
        TableEdit edit = new TableEdit(outline, table);
        return edit.rows(key).isEmpty() ? this : with(edit.remove(key));
    }

    public StatusEditor addBlocker(String text) throws UneditableStatusException {
        return add(StatusSection.BLOCKERS, text);
    }

    public StatusEditor addBacklog(String text) throws UneditableStatusException {
        return add(StatusSection.BACKLOG, text);
    }

    private StatusEditor put(StatusSection section, String... values) throws UneditableStatusException {
        String key = CellText.plain(values[0]);
        if (key.isEmpty()) {
            throw new IllegalArgumentException("a row of `%s` needs an id".formatted(section.title()));
        }
        Map<String, String> cells = new LinkedHashMap<>();
        for (int n = 0; n < values.length; n++) {
            cells.put(section.columns().get(n), CellText.cell(values[n]));
        }
        StatusEditor whole = having(section);
        StatusEditor edited = whole.with(new TableEdit(whole.outline, section).put(key, cells));
        List<StatusTable.Row> found = new TableEdit(edited.outline, section).rows(key);
        boolean isMeta = section == StatusSection.META;
        if (found.isEmpty()
                || (isMeta && !found.get(found.size() - 1).cell("Value").equals(CellText.plain(values[1])))) {
            throw unreadable(section);
        }
        return edited;
    }

    private StatusEditor add(StatusSection section, String text) throws UneditableStatusException {
        StatusEditor whole = having(section);
        int before = whole.bullets(section).size();
        StatusEditor edited = whole.with(new BulletEdit(whole.outline, section).add(CellText.bullet(section, text)));
        if (edited.bullets(section).size() != before + 1) {
            throw unreadable(section);
        }
        return edited;
    }

    private List<String> bullets(StatusSection section) {
        return section == StatusSection.BACKLOG ? status().backlog() : status().blockers();
    }

    private StatusEditor having(StatusSection section) throws UneditableStatusException {
        String title = section.titleIn(outline);
        if (outline.part(title).isPresent()) {
            return this;
        }
        StatusEditor edited = with(SectionTemplate.added(outline, section));
        if (edited.outline.part(title).isEmpty()) {
            throw unreadable(section);
        }
        return edited;
    }

    private StatusEditor with(List<StatusLine> lines) {
        return new StatusEditor(StatusOutline.of(outline.textOf(lines)));
    }

    private static UneditableStatusException unreadable(StatusSection section) {
        return new UneditableStatusException(
                "what would be written under `## " + section.title() + "` could not be read again");
    }
}

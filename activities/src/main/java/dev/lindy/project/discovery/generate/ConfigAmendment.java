package dev.lindy.project.discovery.generate;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.lindy.document.DocumentReader;
import dev.lindy.document.SourceDocument;
import dev.lindy.project.config.ConfigLoader;
import dev.lindy.project.config.ConfigReading;
import dev.lindy.project.config.ModuleConfig;
import dev.lindy.project.discovery.analysis.KnownModule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Adds modules to a project config that somebody else wrote; every other byte of it stays. */
public final class ConfigAmendment {

    private ConfigAmendment() {}

    /**
     * The config with the modules at the end of its list; empty where its list is not written one item a line, or the
     * result would not mean just that.
     */
    public static Optional<String> add(String config, List<KnownModule> modules) {
        SourceDocument document =
                DocumentReader.read(config, "orchestrator.yaml").document();
        JsonPointer list = JsonPointer.empty().appendProperty("modules");
        int size = document == null ? 0 : document.node(list).size();
        if (document == null || size == 0) {
            return Optional.empty();
        }
        int line = document.at(list.appendIndex(size - 1)).line();
        List<String> lines = new ArrayList<>(config.lines().toList());
        if (line < 1 || !lines.get(line - 1).strip().startsWith("- ")) {
            return Optional.empty();
        }
        String first = lines.get(line - 1);
        String indent = first.substring(0, first.indexOf('-'));
        List<String> entries = modules.stream()
                .flatMap(module -> Stream.of(
                        indent + "- name: " + quoted(module.name()),
                        indent + "  path: " + quoted((module.path().isEmpty() ? "." : module.path()) + "/")))
                .toList();
        lines.addAll(end(lines, line, indent.length()), entries);
        String end = config.contains("\r\n") ? "\r\n" : "\n";
        String amended = String.join(end, lines) + (config.endsWith("\n") ? end : "");
        return means(amended, config, modules) ? Optional.of(amended) : Optional.empty();
    }

    /** The number of lines up to the last one that is indented deeper than the item's dash. */
    private static int end(List<String> lines, int first, int indent) {
        int end = first;
        for (int i = first; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank()) {
                continue;
            }
            if (line.length() - line.stripLeading().length() <= indent) {
                break;
            }
            end = i + 1;
        }
        return end;
    }

    private static boolean means(String amended, String config, List<KnownModule> modules) {
        ConfigReading before = ConfigLoader.parse(config, "before");
        ConfigReading after = ConfigLoader.parse(amended, "after");
        if (before.config() == null
                || after.config() == null
                || !after.problems().isEmpty()) {
            return false;
        }
        List<String> expected = new ArrayList<>(before.config().moduleNames());
        modules.forEach(module -> expected.add(module.name()));
        List<ModuleConfig> added = after.config().modules();
        return after.config().moduleNames().equals(expected)
                && after.config().gates().equals(before.config().gates())
                && added.get(added.size() - 1)
                        .folder()
                        .equals(modules.get(modules.size() - 1).path());
    }

    private static String quoted(String text) {
        return TextNode.valueOf(text).toString();
    }
}

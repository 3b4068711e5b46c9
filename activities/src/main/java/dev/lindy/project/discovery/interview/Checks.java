package dev.lindy.project.discovery.interview;

import dev.lindy.project.discovery.manifest.ModuleCommand;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Commands that somebody writes on one line. */
public final class Checks {

    private static final int MAX_NAME = 20;

    private Checks() {}

    /** The commands between commas, each with a name made of its program; the word {@code none} alone is none. */
    public static List<ModuleCommand> parse(String line) {
        if (line.strip().equalsIgnoreCase("none")) {
            return List.of();
        }
        return of(List.of(line.split(",", -1)));
    }

    /** The commands of a list; empty ones are left out. */
    public static List<ModuleCommand> of(List<String> lines) {
        List<ModuleCommand> commands = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (String line : lines) {
            String plain = line.strip();
            if (!plain.isEmpty()) {
                String base = name(plain);
                String name = base;
                for (int i = 2; !names.add(name); i++) {
                    name = base + "-" + i;
                }
                commands.add(ModuleCommand.test(name, plain));
            }
        }
        return commands;
    }

    private static String name(String command) {
        String program = command.split("\\s+", -1)[0];
        String last = program.substring(program.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        String plain = last.replaceAll("[^a-z0-9-]+", "");
        return plain.isEmpty() ? "check" : plain.substring(0, Math.min(plain.length(), MAX_NAME));
    }
}

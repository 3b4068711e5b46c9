package dev.lindy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reference pages name what the program has, no more and no less. */
class ReferenceDocsTest {

    private static final Pattern COMMAND = Pattern.compile("(?m)^  (\\w[\\w-]*) {2,}");
    private static final Pattern OPTION = Pattern.compile("(?m)^  (?:-\\w, | {4})(--[\\w-]+)");
    private static final Pattern EXIT_CODE = Pattern.compile("(?m)^  (\\d+) {2,}(.+)$");

    @TempDir
    private Path root;

    @Test
    void namesEveryCommandAndOption() throws IOException, URISyntaxException {
        String page = page("cli.md");
        Map<String, TreeSet<String>> documented = new LinkedHashMap<>();
        for (String section : page.split("(?m)^## ")) {
            if (section.startsWith("lindy ")) {
                documented.put(section.lines().findFirst().orElseThrow().substring(6), rows(section));
            }
        }
        String help = help();
        TreeSet<String> common = found(OPTION, help);
        Map<String, TreeSet<String>> real = new LinkedHashMap<>();
        for (String command : commands(help)) {
            TreeSet<String> own = found(OPTION, help(command));
            own.removeAll(common);
            real.put(command, own);
        }

        assertThat(documented).containsExactlyEntriesOf(real);
        assertThat(rows(page.split("(?m)^## ")[1])).isEqualTo(common);
    }

    @Test
    void listsEveryExitCodeInTheWordsOfTheHelp() throws IOException, URISyntaxException {
        Map<String, String> documented = new LinkedHashMap<>();
        Matcher row = Pattern.compile("(?m)^\\| (\\d+) \\| ([^|]+) \\|").matcher(page("exit-codes.md"));
        while (row.find()) {
            documented.put(row.group(1), row.group(2));
        }
        Map<String, String> real = new LinkedHashMap<>();
        Matcher line = EXIT_CODE.matcher(help());
        while (line.find()) {
            real.put(line.group(1), line.group(2));
        }

        assertThat(real).hasSizeGreaterThan(5);
        assertThat(documented).containsExactlyEntriesOf(real);
    }

    private String help(String... command) {
        Cli cli = new Cli(root);
        return command.length == 0
                ? cli.run("--help").out()
                : cli.run(command[0], "--help").out();
    }

    private static List<String> commands(String help) {
        String list = help.substring(help.indexOf("Commands:"), help.indexOf("Exit codes:"));
        return COMMAND.matcher(list).results().map(match -> match.group(1)).toList();
    }

    /** Long names of the options in the tables of a section. */
    private static TreeSet<String> rows(String section) {
        return found(Pattern.compile("(?m)^\\| `(?:-\\w, )?(--[\\w-]+)"), section);
    }

    private static TreeSet<String> found(Pattern pattern, String text) {
        TreeSet<String> names = new TreeSet<>();
        pattern.matcher(text).results().forEach(match -> names.add(match.group(1)));
        return names;
    }

    private static String page(String name) throws IOException, URISyntaxException {
        return Files.readString(Checkout.root().resolve("docs/reference").resolve(name));
    }
}

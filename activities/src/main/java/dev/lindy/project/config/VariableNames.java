package dev.lindy.project.config;

import java.util.List;
import java.util.regex.Pattern;

/** Lists of environment variables: names only, so that no secret lands in the config. */
final class VariableNames {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private VariableNames() {}

    static List<String> read(Section section, String key) {
        List<String> names = section.texts(key, List.of());
        for (int i = 0; i < names.size(); i++) {
            if (!NAME.matcher(names.get(i)).matches()) {
                section.problem(
                        key,
                        i,
                        "must list names of variables, entry " + (i + 1) + " is none",
                        "write the name alone; its value comes from the shell that starts the run");
            }
        }
        return names;
    }
}

package dev.lindy.activities.gate.shape;

import dev.lindy.project.imports.Import;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Leaves out the imports that were there before: they blame nobody. */
final class NewImports {

    private NewImports() {}

    static List<Import> of(List<Import> before, List<Import> now) {
        Set<String> targets = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (Import old : before) {
            targets.add(old.target());
            old.names().forEach(name -> names.add(old.target() + "\n" + name));
        }
        List<Import> added = new ArrayList<>();
        for (Import one : now) {
            List<String> newNames = one.names().stream()
                    .filter(name -> !names.contains(one.target() + "\n" + name))
                    .toList();
            boolean isNew = one.names().isEmpty() ? !targets.contains(one.target()) : !newNames.isEmpty();
            if (isNew) {
                added.add(new Import(one.target(), newNames, one.line()));
            }
        }
        return added;
    }
}

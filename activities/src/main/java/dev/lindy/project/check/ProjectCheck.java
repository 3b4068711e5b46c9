package dev.lindy.project.check;

import dev.lindy.project.config.UnsupportedFeatures;
import java.util.ArrayList;
import java.util.List;

/** Looks at all that a project config names: folders, files, programs. Changes nothing. */
public final class ProjectCheck {

    private ProjectCheck() {}

    /** Everything found, problems and warnings, in the order of the config's sections. */
    public static List<Finding> of(CheckedProject project) {
        List<Finding> found = new ArrayList<>();
        found.addAll(OwnFolders.check(project.config(), project.root()));
        found.addAll(ModuleCheck.of(project));
        found.addAll(StatusCheck.of(project));
        found.addAll(GateCheck.of(project));
        found.addAll(ProgramCheck.of(project));
        found.addAll(InstructionCheck.of(project));
        UnsupportedFeatures.in(project.config(), project.root())
                .forEach(wish -> found.add(new Finding(
                        !wish.isLayout(),
                        project.at(wish.where()) + "`" + wish.where() + "`: " + wish.message(),
                        wish.hint())));
        return List.copyOf(found);
    }
}

package dev.lindy.project.discovery.ecosystem;

import dev.lindy.project.discovery.manifest.Ecosystem;
import dev.lindy.project.discovery.manifest.Manifest;
import dev.lindy.project.discovery.manifest.ModuleCommand;
import dev.lindy.project.discovery.manifest.Site;
import dev.lindy.project.discovery.manifest.Workspace;
import dev.lindy.project.discovery.tree.Folder;
import dev.lindy.project.discovery.tree.SourceTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code CMakeLists.txt}. */
final class Cmake implements Ecosystem {

    private static final String BUILD = "cmake -S . -B build && cmake --build build";

    @Override
    public String name() {
        return "cmake";
    }

    @Override
    public Optional<Manifest> read(Folder folder, SourceTree tree) {
        String file = folder.child("CMakeLists.txt");
        return folder.has("CMakeLists.txt")
                ? Optional.of(
                        new Manifest(name(), "C/C++", file, List.of(), List.of(), List.of(), Workspace.NONE, false))
                : Optional.empty();
    }

    @Override
    public List<ModuleCommand> commands(Site site) {
        List<ModuleCommand> commands = new ArrayList<>(List.of(ModuleCommand.build("cmake-build", BUILD)));
        String text = site.manifestText();
        if (text.contains("enable_testing") || text.contains("add_test") || text.contains("include(CTest)")) {
            commands.add(ModuleCommand.test("ctest", BUILD + " && ctest --test-dir build --output-on-failure"));
        }
        return commands;
    }
}

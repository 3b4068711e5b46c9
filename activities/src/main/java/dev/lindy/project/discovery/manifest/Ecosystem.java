package dev.lindy.project.discovery.manifest;

import dev.lindy.project.discovery.tree.Folder;
import dev.lindy.project.discovery.tree.SourceTree;
import java.util.List;
import java.util.Optional;

/** One way to build software: how its manifests are read and what is run to check a module. */
public interface Ecosystem {

    /** The same word as in {@link Manifest#ecosystem()}. */
    String name();

    /** What the folder's manifest says; empty where this ecosystem has none there. Never throws for what a file says. */
    Optional<Manifest> read(Folder folder, SourceTree tree);

    /** What builds and checks the module. */
    List<ModuleCommand> commands(Site site);
}

package dev.lindy.project.discovery.manifest;

import java.util.List;

/**
 * What one folder's build files say, in the terms of their ecosystem.
 *
 * @param ecosystem short name, for instance {@code maven}
 * @param technology label for people, for instance {@code Java/Maven}
 * @param file the manifest, relative to the project root
 * @param names by which manifests of others ask for it; empty where nobody can
 * @param labels of frameworks and tools, without the technology itself
 * @param isBare whether it only ties other folders together and builds nothing of its own
 */
public record Manifest(
        String ecosystem,
        String technology,
        String file,
        List<String> names,
        List<Dependency> dependencies,
        List<String> labels,
        Workspace workspace,
        boolean isBare) {

    public Manifest {
        names = List.copyOf(names);
        dependencies = List.copyOf(dependencies);
        labels = List.copyOf(labels);
    }

    /** Whether it asks for something of that name. */
    public boolean needs(String name) {
        return dependencies.stream().anyMatch(dependency -> dependency.name().equals(name));
    }
}

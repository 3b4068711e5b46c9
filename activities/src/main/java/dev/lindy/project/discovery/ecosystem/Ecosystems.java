package dev.lindy.project.discovery.ecosystem;

import dev.lindy.project.discovery.manifest.Ecosystem;
import java.util.List;

/** All ecosystems, in the order in which their manifests count where a folder has several. */
public final class Ecosystems {

    private Ecosystems() {}

    public static List<Ecosystem> all() {
        return List.of(
                new Python(),
                new Node(),
                new Rust(),
                new Go(),
                new Maven(),
                new Gradle(),
                new DotNet(),
                new Cmake(),
                new Elixir(),
                new Ruby(),
                new Php(),
                new Dart(),
                new Swift(),
                new Make());
    }
}

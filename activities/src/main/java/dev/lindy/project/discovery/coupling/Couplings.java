package dev.lindy.project.discovery.coupling;

import dev.lindy.project.discovery.manifest.DetectedModule;
import dev.lindy.project.discovery.tree.SourceTree;
import java.util.List;

/** Finds which modules need which: from manifests first, then from imports, then from compose files. */
public final class Couplings {

    private Couplings() {}

    /** Sorted by the names of the modules; none between a module and itself. */
    public static List<Coupling> find(SourceTree tree, List<DetectedModule> modules) {
        if (modules.size() < 2) {
            return List.of();
        }
        ModuleMap map = new ModuleMap(modules);
        Hits hits = new Hits();
        new ManifestCoupling(map).collect(hits);
        new ImportCoupling(tree, map).collect(hits);
        new ComposeCoupling(tree, map).collect(hits);
        return hits.couplings();
    }
}

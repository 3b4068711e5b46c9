package dev.lindy.project.discovery.coupling;

import dev.lindy.project.discovery.manifest.DetectedModule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Collects places that show couplings, as many as there are, and keeps the first few of each. */
final class Hits {

    private record Pair(String from, String to, Interface kind) implements Comparable<Pair> {

        @Override
        public int compareTo(Pair other) {
            return Comparator.comparing(Pair::from)
                    .thenComparing(Pair::to)
                    .thenComparing(Pair::kind)
                    .compare(this, other);
        }
    }

    private static final class Found {
        private final String description;
        private final List<Evidence> evidence = new ArrayList<>();
        private int places;

        Found(String description) {
            this.description = description;
        }
    }

    private final Map<Pair, Found> found = new TreeMap<>();

    void add(DetectedModule from, DetectedModule to, Interface kind, String description, Evidence evidence) {
        if (from.name().equals(to.name())) {
            return;
        }
        Found one = found.computeIfAbsent(new Pair(from.name(), to.name(), kind), pair -> new Found(description));
        one.places++;
        if (one.evidence.size() < Coupling.MAX_EVIDENCE) {
            one.evidence.add(evidence);
        }
    }

    List<Coupling> couplings() {
        List<Coupling> couplings = new ArrayList<>();
        found.forEach((pair, one) -> couplings.add(
                new Coupling(pair.from(), pair.to(), pair.kind(), one.description, one.evidence, one.places)));
        return couplings;
    }
}

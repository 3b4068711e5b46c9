package dev.lindy.project.discovery.coupling;

import java.util.List;

/**
 * One module needs another.
 *
 * @param from the module that needs
 * @param to the module that is needed
 * @param description in a few words; may be empty
 * @param evidence first places that show it, manifests before sources; empty where a person said so
 * @param places how many places show it in all
 */
public record Coupling(
        String from, String to, Interface kind, String description, List<Evidence> evidence, int places) {

    /** Places that are kept for each coupling. */
    public static final int MAX_EVIDENCE = 3;

    public Coupling {
        evidence = List.copyOf(evidence);
    }

    /** What a person or a model says. */
    public static Coupling said(String from, String to, Interface kind, String description) {
        return new Coupling(from, to, kind, description, List.of(), 0);
    }
}

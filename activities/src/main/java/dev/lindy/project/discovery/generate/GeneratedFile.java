package dev.lindy.project.discovery.generate;

/**
 * A file that onboarding brings.
 *
 * @param path relative to the project root
 */
public record GeneratedFile(String path, String content, Kind kind) {

    /** What happens to it when the project is onboarded again. */
    public enum Kind {
        /** Made from what is known of the project; brought up to date by a merge. */
        DOCUMENT,
        /** Somebody else's file with something added; the old one is kept, and nothing is remembered. */
        AMENDED,
        /** Filled by people and agents; made where it is missing and never touched again. */
        STATE,
        /** The same in every project of this version; replaced where it differs. */
        COPY,
        /** Somebody else's file, in which some lines have to be. */
        LINES
    }
}

package dev.lindy.project.discovery.merge;

/**
 * What became of one file.
 *
 * @param path relative to the project root
 * @param detail more in a few words; may be empty
 */
public record Delivered(String path, Outcome outcome, String detail) {

    /** What can become of a file. */
    public enum Outcome {
        CREATED("created"),
        /** Nobody had changed it since it was generated. */
        UPDATED("updated"),
        MERGED("merged"),
        /** Merged, but for places that both sides had changed, where the user's side was kept. */
        CONFLICT("conflict"),
        REPLACED("replaced"),
        UNCHANGED("unchanged"),
        /** It is not ours to change. */
        KEPT("kept"),
        FAILED("failed");

        private final String word;

        Outcome(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    static Delivered of(String path, Outcome outcome) {
        return new Delivered(path, outcome, "");
    }
}

package dev.lindy.project.cleanup;

/**
 * What has become of a finding.
 *
 * @param word {@code would_apply}, {@code applied}, {@code failed}, {@code kept} or {@code noticed}
 * @param failure why it is still there, or empty
 */
public record CleanupOutcome(Finding finding, String word, String failure) {

    /** Carries the finding out where it is to go and that is wanted. */
    public static CleanupOutcome of(Finding finding, boolean apply) {
        return switch (finding.fate()) {
            case KEEP -> new CleanupOutcome(finding, "kept", "");
            case NOTICE -> new CleanupOutcome(finding, "noticed", "");
            case GO -> apply ? disposed(finding) : new CleanupOutcome(finding, "would_apply", "");
        };
    }

    private static CleanupOutcome disposed(Finding finding) {
        String failure;
        try {
            failure = finding.disposal().dispose();
        } catch (RuntimeException e) {
            // the others go on
            failure = String.valueOf(e.getMessage());
        }
        return new CleanupOutcome(finding, failure.isEmpty() ? "applied" : "failed", failure);
    }

    public boolean isFailure() {
        return word.equals("failed");
    }

    /** Whether it is one that goes, has gone, or should have. */
    public boolean isAction() {
        return finding.fate() == Finding.Fate.GO;
    }
}

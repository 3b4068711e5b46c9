package dev.lindy.state;

import dev.lindy.run.RunId;
import java.nio.file.Path;
import java.util.Map;

/**
 * The folder that holds everything Lindy knows on this host: {@code $LINDY_STATE}, else {@code
 * $XDG_STATE_HOME/lindy}, else {@code ~/.local/state/lindy}. Private to the user.
 */
public record StateDirectory(Path root) {

    private static final String REVIEW = "review-";

    public StateDirectory {
        root = root.toAbsolutePath().normalize();
    }

    public static StateDirectory from(Map<String, String> environment) {
        String own = environment.get("LINDY_STATE");
        if (own != null && !own.isBlank()) {
            return new StateDirectory(Path.of(own));
        }
        String xdg = environment.get("XDG_STATE_HOME");
        if (xdg != null && !xdg.isBlank()) {
            return new StateDirectory(Path.of(xdg, "lindy"));
        }
        String home = environment.getOrDefault("HOME", System.getProperty("user.home"));
        return new StateDirectory(Path.of(home, ".local", "state", "lindy"));
    }

    /**
     * The same directory, closed to other users.
     *
     * @throws UnsafeStateException where it is not the user's own
     */
    public StateDirectory secured() {
        StateOwner.secure(root);
        return this;
    }

    /** Evidence and records of one run. */
    public RunFolder run(RunId run) {
        return new RunFolder(runs().resolve(run.value()));
    }

    public Path runs() {
        return root.resolve("runs");
    }

    /** Records of programs, one folder per engine below. */
    public Path programs() {
        return root.resolve("programs");
    }

    /** Task tokens of Activities at work, one folder per engine below. */
    public Path tokens() {
        return root.resolve("tokens");
    }

    /** Wishes to end runs, one folder per engine below. */
    public Path cancels() {
        return root.resolve("cancels");
    }

    public Path worktrees(RunId run) {
        return root.resolve("worktrees").resolve(run.value());
    }

    /** The worktree of one agent that judges. */
    public Path review(RunId run, String name) {
        return worktrees(run).resolve(REVIEW + name);
    }

    /** Whether this is the worktree of an agent that judges: whatever is in it is nobody's work. */
    public static boolean isReview(Path worktree) {
        return String.valueOf(worktree.getFileName()).startsWith(REVIEW);
    }

    /** The managed server: database, {@code engine.json}, lock, log. */
    public Path engine() {
        return root.resolve("engine");
    }

    /** The managed Worker: {@code worker.json}, lock, log. */
    public Path worker() {
        return root.resolve("worker");
    }

    /** Random id of this host, made on first use. */
    public Path hostId() {
        return root.resolve("host-id");
    }
}

package dev.lindy.project.cleanup;

import dev.lindy.project.session.PastSession;
import dev.lindy.project.session.PastSessions;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Session files that were begun long ago; they are put aside, into {@code archive/}. */
final class SessionSweep {

    /** Statuses of a session, in either version's words, that may go on. */
    private static final Set<String> OPEN = Set.of("in_progress", "paused");

    private final PastSessions sessions;
    private final RunOwners owners;
    private final Limits limits;
    private final Instant now;

    SessionSweep(PastSessions sessions, RunOwners owners, Limits limits, Instant now) {
        this.sessions = sessions;
        this.owners = owners;
        this.limits = limits;
        this.now = now;
    }

    List<Finding> look() {
        List<Finding> found = new ArrayList<>();
        PastSessions.Listing listing = sessions.list();
        for (PastSession session : listing.sessions()) {
            Instant start = session.startedAt();
            if (start != null && Age.of(start, now).exceeds(limits.sessionAge())) {
                found.add(judge(session, "began " + Age.of(start, now) + "; status " + session.status()));
            }
        }
        listing.problems().forEach((path, problem) -> found.add(Finding.keep(Category.OLD_SESSION, path, problem)));
        return found;
    }

    private Finding judge(PastSession session, String what) {
        boolean ours = owners.isKnown(session.id());
        if (OPEN.contains(session.status())
                && ours
                && owners.endOf(session.id()).isEmpty()) {
            return Finding.keep(Category.OLD_SESSION, session.id(), what + "; its run is not over");
        }
        return Finding.go(Category.OLD_SESSION, session.id(), what, () -> archive(session));
    }

    private String archive(PastSession session) {
        Path from = session.place();
        try {
            Path archive = Files.createDirectories(from.resolveSibling(PastSessions.ARCHIVE));
            if (Files.isSymbolicLink(archive)) {
                return "`" + archive + "` is a link";
            }
            Path to = archive.resolve(from.getFileName());
            if (Files.exists(to, LinkOption.NOFOLLOW_LINKS)) {
                return "`" + to + "` is there already";
            }
            Files.move(from, to);
            return "";
        } catch (FileAlreadyExistsException e) {
            return "`" + e.getFile() + "` is in the way";
        } catch (IOException e) {
            return "could not move `" + from + "`: " + e.getMessage();
        }
    }
}

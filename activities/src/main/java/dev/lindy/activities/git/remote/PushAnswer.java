package dev.lindy.activities.git.remote;

import dev.lindy.activities.git.GitOutput;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a remote says to a push.
 *
 * @param summary one line for people; empty where it took the commit
 * @param text all that the remote said
 */
public record PushAnswer(Kind kind, String summary, String text) {

    /** Whether the commit is there, and who can do something about it if not. */
    public enum Kind {
        DONE,
        /** The remote does not want this commit: a finding about it. */
        REFUSED,
        /** The caller may not do this. */
        FORBIDDEN
    }

    private static final Pattern FORBIDDING =
            Pattern.compile("permission denied|\\bscope\\b|protected branch|not allowed to", Pattern.CASE_INSENSITIVE);

    private static final Pattern PASSING = Pattern.compile(
            "cannot lock ref|failed to (?:lock|update) ref|internal server error|unpacker error|timed? ?out",
            Pattern.CASE_INSENSITIVE);

    public static PushAnswer done() {
        return new PushAnswer(Kind.DONE, "", "");
    }

    static PushAnswer read(GitOutput output, String complaint) throws RemoteException {
        if (output.succeeded()) {
            return done();
        }
        Optional<String> refusal = new String(output.stdout(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("!\t"))
                .map(line -> line.substring(line.lastIndexOf('\t') + 1).strip())
                .findFirst();
        if (refusal.isEmpty()) {
            throw RemoteException.of(output.stderr(), complaint);
        }
        String reason = refusal.get();
        boolean byRemote = reason.startsWith("[remote rejected]");
        if (!byRemote || PASSING.matcher(reason).find()) {
            // the branch moved between our look and our push, or somebody holds it
            throw new RemoteException(true, reason);
        }
        String said = said(output.stderr());
        Kind kind = FORBIDDING.matcher(reason).find() ? Kind.FORBIDDEN : Kind.REFUSED;
        String first = said.lines().findFirst().orElse("");
        return new PushAnswer(kind, first.isEmpty() ? reason : reason + ": " + first, said);
    }

    /** What the remote's own hooks and checks printed. */
    private static String said(String stderr) {
        StringBuilder said = new StringBuilder();
        stderr.lines()
                .filter(line -> line.startsWith("remote:"))
                .map(line -> line.substring("remote:".length()).strip())
                .filter(line -> !line.isEmpty())
                .forEach(line -> said.append(line).append('\n'));
        return said.toString();
    }
}

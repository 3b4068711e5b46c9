package dev.lindy.process;

import java.time.Duration;

/**
 * A living process as the table of the system shows it; zombies count as dead and are never listed.
 *
 * @param group id of its process group
 * @param session id of its session; the group's id where the system does not tell
 * @param cpu time used by it and by those of its children that it has waited for
 */
public record ProcessEntry(ProcessIdentity identity, long parent, long group, long session, Duration cpu) {

    public long pid() {
        return identity.pid();
    }
}

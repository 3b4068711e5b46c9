package dev.lindy.engine;

import dev.lindy.process.ProcessTable;

/** How Workers call themselves to Temporal: {@code lindy@<host id>/<boot id>/<pid>}. */
public final class WorkerIdentity {

    private WorkerIdentity() {}

    /** The identity of a Worker on this host. */
    public static String of(HostId host, long pid) {
        return "lindy@" + host + "/" + ProcessTable.ofHost().bootId() + "/" + pid;
    }
}

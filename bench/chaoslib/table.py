"""The host's processes, read from /proc."""

import os
from dataclasses import dataclass

# Variables by which a process is known to belong to a program of Lindy.
MARKERS = ("LINDY_ATTEMPT", "LINDY_LAUNCHER", "LINDY_COMMAND")
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Process:
    """One process; pid and start together are unique while the host is up."""

    pid: int
    start: int
    parent: int
    session: int
    state: str
    words: tuple
    environ: str
    markers: dict

    @property
    def identity(self):
        return (self.pid, self.start)

    @property
    def leads(self):
        return self.pid == self.session

    def __str__(self):
        return "%d %s" % (self.pid, " ".join(self.words)[:160])


def _read(path):
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError:
        return b""


def _stat(pid):
    """State, parent, session and start of a process; None where it is gone."""
    text = _read("/proc/%d/stat" % pid).decode("utf-8", "replace")
    if ")" not in text:
        return None
    fields = text[text.rindex(")") + 2 :].split()
    return fields[0], int(fields[1]), int(fields[3]), int(fields[19])


def _uptime():
    return float(_read("/proc/uptime").split()[0])


def alive(identity):
    """Whether this very process runs; a zombie does not."""
    stat = _stat(identity[0])
    return stat is not None and stat[3] == identity[1] and stat[0] not in "ZX"


class ProcessTable:
    """Finds the processes of one world; those of others are looked at once and never again."""

    # A process may still become another program by exec, and its environment with it.
    SETTLED = 5.0

    def __init__(self, belongs):
        self._belongs = belongs
        self._strangers = set()

    def scan(self):
        uptime = _uptime()
        found = []
        strangers = set()
        for name in os.listdir("/proc"):
            if not name.isdigit():
                continue
            pid = int(name)
            stat = _stat(pid)
            if stat is None or stat[0] in "ZX":
                continue
            identity = (pid, stat[3])
            if identity in self._strangers:
                strangers.add(identity)
                continue
            process = self._process(pid, stat)
            if self._belongs(process):
                found.append(process)
            elif uptime - stat[3] / TICKS > self.SETTLED:
                strangers.add(identity)
        self._strangers = strangers
        return found

    @staticmethod
    def _process(pid, stat):
        state, parent, session, start = stat
        environ = _read("/proc/%d/environ" % pid).decode("utf-8", "replace")
        words = _read("/proc/%d/cmdline" % pid).decode("utf-8", "replace").split("\0")[:-1]
        markers = {}
        for entry in environ.split("\0"):
            name, _, value = entry.partition("=")
            if name in MARKERS:
                markers[name] = value
        return Process(pid, start, parent, session, state, tuple(words), environ, markers)

"""Which process of the product is what."""

import re
from dataclasses import dataclass

from .table import Process

# Order of the table at the end.
KINDS = ("command", "worker", "server", "launcher", "agent", "planner", "gate", "git")

_KEY = re.compile(r"(?P<run>[0-9a-f]{8})\.(?:t(?P<task>\d+)\.a(?P<attempt>\d+)\.(?P<what>.*)|plan\..*)")


@dataclass(frozen=True)
class Victim:
    """A process that may be killed; `key` names the program it is or starts, else it is empty."""

    kind: str
    process: Process
    key: str = ""

    @property
    def bound(self):
        """What an interruption of this process counts against; empty where nothing is counted.

        Attempts for agents, questions for gates and planners: parts and numbers of the key are repetitions.
        """
        key = Key.of(self.key)
        if key is None:
            return ""
        if key.kind == "agent":
            return "%s.t%s.a%s.agent" % (key.run, key.task, key.attempt)
        if key.kind == "gate":
            words = self.key.split(".")
            return ".".join(words[:-2])
        return "%s.%s" % (key.run, key.kind)

    def __str__(self):
        return "%s %d%s" % (self.kind, self.process.pid, " (%s)" % self.key if self.key else "")


@dataclass(frozen=True)
class Key:
    """The name of a program, taken apart."""

    run: str
    kind: str
    task: int
    attempt: int

    @staticmethod
    def of(text):
        match = _KEY.fullmatch(text)
        if match is None:
            return None
        if match["task"] is None:
            return Key(match["run"], "planner", 0, 0)
        what = match["what"]
        if what.startswith("gate."):
            kind = "gate"
        elif ".hook." in what:
            kind = "hook"
        else:
            kind = "agent"
        return Key(match["run"], kind, int(match["task"]), int(match["attempt"]))


def victim(process, parents):
    """None for what is not killed by itself: children of agents and gates, watchdogs, helpers of commands.

    parents: all processes of the world by pid
    """
    attempt = process.markers.get("LINDY_ATTEMPT", "")
    if attempt:
        key = Key.of(attempt)
        return Victim(key.kind, process, attempt) if key and process.leads and key.kind in KINDS else None
    launcher = process.markers.get("LINDY_LAUNCHER", "")
    if launcher:
        return Victim("launcher", process, launcher) if process.leads and Key.of(launcher) else None
    words = process.words
    if any(word.startswith("-Dlindy.worker=") for word in words):
        return Victim("worker", process)
    if "start-dev" in words:
        return Victim("server", process)
    if "dev.lindy.cli.Main" in words:
        return Victim("command", process)
    parent = parents.get(process.parent)
    if words and words[0].rpartition("/")[2] == "git" and parent is not None:
        if any(word.startswith("-Dlindy.worker=") for word in parent.words):
            return Victim("git", process)
    return None


def victims(processes):
    parents = {process.pid: process for process in processes}
    found = (victim(process, parents) for process in processes)
    return [one for one in found if one is not None]

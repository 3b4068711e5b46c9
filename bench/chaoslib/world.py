"""A user's home with a state directory and an engine of its own; nothing of it is shared with the caller."""

import json
import os
import shutil
import signal
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

from .table import ProcessTable

# Of the caller, besides PATH: Java, the network, and where the `temporal` program is kept.
INHERITED = ("JAVA_HOME", "LINDY_TEMPORAL_BIN", "http_proxy", "https_proxy", "no_proxy")


class World:
    def __init__(self, lindy, folder):
        self.lindy = lindy
        if folder is None:
            # A blank in every path, as on many a desk.
            self.root = Path(tempfile.mkdtemp(prefix="lindy chaos-")).resolve()
        else:
            self.root = Path(folder).resolve()
            self.root.mkdir(parents=True)
        self.home = self.root / "home"
        self.state = self.root / "state"
        self.logs = self.root / "logs"
        for part in (self.home, self.state, self.logs):
            part.mkdir()
        self.environment = self._environment()
        self.runs = set()
        self._mark = "HOME=%s\0" % self.home
        self._table = ProcessTable(self._belongs)
        self._commands = 0

    def _environment(self):
        caller = os.environ
        environment = {name: caller[name] for name in INHERITED if name in caller}
        environment.update(
            PATH=caller.get("PATH", "/usr/bin:/bin"),
            HOME=str(self.home),
            LANG="C.UTF-8",
            LINDY_STATE=str(self.state),
            LINDY_ENGINE="managed",
            # Made in the background by a process that outlives its command.
            LINDY_CDS="off",
            XDG_CACHE_HOME=caller.get("XDG_CACHE_HOME", os.path.expanduser("~/.cache")),
        )
        return environment

    def _belongs(self, process):
        """By what only a process of this world has in its environment: our home, or the key of a program of ours.

        Never by its words or folder: the shell of somebody who looks at this world has those as well.
        """
        if self._mark in process.environ:
            return True
        return any(value.split(".")[0] in self.runs for value in process.markers.values())

    # ---- processes

    def processes(self):
        """All of this world but ourselves: commands, server, Worker, launchers, programs, what those started."""
        return self._table.scan()

    def start(self, folder, *words):
        """Starts `lindy` with these words; its output goes to files in `logs`."""
        self._commands += 1
        name = "%04d-%s" % (self._commands, words[0])
        out = open(self.logs / (name + ".out"), "wb")
        err = open(self.logs / (name + ".err"), "wb")
        with out, err:
            process = subprocess.Popen(
                [str(self.lindy), *words],
                cwd=folder,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=err,
                start_new_session=True,
            )
        return Command(process, words, self.logs / (name + ".out"), self.logs / (name + ".err"))

    def run(self, folder, *words, timeout=240):
        command = self.start(folder, *words)
        command.await_end(timeout)
        return command

    def end(self):
        """Kills whatever is left, again until nothing is left that could start something."""
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            left = self.processes()
            if not left:
                return
            for process in left:
                kill(process.pid)
            time.sleep(0.05)

    def delete(self):
        shutil.rmtree(self.root, ignore_errors=True)

    # ---- records

    def engine(self):
        return read_json(self.state / "engine" / "engine.json")

    def worker(self):
        """The record of the managed Worker; empty where there is none."""
        return read_json(self.state / "worker" / "managed" / "worker.json")

    def ready_worker(self):
        """The pid of the Worker that said last that it takes work; 0 where none did."""
        try:
            return int((self.state / "worker" / "managed" / "ready").read_text().strip() or 0)
        except (OSError, ValueError):
            return 0

    def programs(self, part="live"):
        """Keys of the records of programs: `live` ones, or those that are `done`."""
        try:
            return sorted(os.listdir(self.state / "programs" / "managed" / part))
        except OSError:
            return []

    def temporal(self, path):
        """What the server's HTTP API answers."""
        port = self.engine().get("ports", {}).get("http")
        address = "http://127.0.0.1:%s/api/v1/namespaces/lindy/%s" % (port, path)
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with opener.open(address, timeout=15) as answer:
                return json.load(answer)
        except (OSError, ValueError, urllib.error.URLError) as problem:
            return {"problem": str(problem)}


class Command:
    """A command of the person; the word `lindy` and the Java that it becomes are one process."""

    def __init__(self, process, words, out, err):
        self.process = process
        self.words = words
        self._out = out
        self._err = err
        self.started = time.monotonic()
        self.killed = False

    @property
    def pid(self):
        return self.process.pid

    def code(self):
        """None while it runs."""
        return self.process.poll()

    def await_end(self, timeout):
        try:
            self.process.wait(timeout)
        except subprocess.TimeoutExpired:
            kill(self.pid)
            self.process.wait()

    def out(self):
        return self._out.read_text(errors="replace")

    def err(self):
        return self._err.read_text(errors="replace")

    def json(self):
        try:
            return json.loads(self.out())
        except ValueError:
            return None

    def __str__(self):
        return "`lindy %s` (exit %s)" % (" ".join(self.words), self.code())


def kill(pid):
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        pass


def read_json(path):
    try:
        return json.loads(Path(path).read_text())
    except (OSError, ValueError):
        return {}

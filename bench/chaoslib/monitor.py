"""Looks on: which programs there are, no two agents on a task at a time, how long recovery takes."""

import time

from .table import alive
from .victims import Key


class Monitor:
    def __init__(self, world, figures):
        self._world = world
        self._figures = figures
        self._open = []
        self._keys = set()
        self.pids = {}
        self.overlaps = []
        self.picture = ()

    @property
    def recovered(self):
        """Whether Worker and server are back since they were killed last."""
        return not any(one.kind in ("worker", "server") for _, one in self._open)

    def tick(self, processes):
        live = self._world.programs()
        self.picture = tuple(live)
        agents = {}
        for process in processes:
            text = process.markers.get("LINDY_ATTEMPT", "")
            key = Key.of(text)
            if key is None:
                continue
            if process.leads:
                self.pids.setdefault(text, set()).add(process.pid)
            if key.kind == "agent":
                agents.setdefault((key.run, key.task), []).append((text, process))
        for place, found in agents.items():
            self._look_for_two(place, found)
        fresh = set(live) - self._keys
        self._keys |= fresh
        self._close(fresh)

    def _look_for_two(self, place, found):
        sessions = {}
        for text, process in found:
            sessions.setdefault((text, process.session), []).append(process)
        if len(sessions) < 2:
            return
        # /proc is not read at one instant: two are two only where both are still there afterwards.
        still = [name for name, members in sessions.items() if any(alive(one.identity) for one in members)]
        if len(still) > 1:
            line = "run %s task-%d: %s" % (
                *place,
                " and ".join("%s (session %d)" % name for name in sorted(still)),
            )
            if line not in self.overlaps:
                self.overlaps.append(line)

    # ---- recovery

    def killed(self, victims):
        now = time.monotonic()
        for one in victims:
            self._open.append((now, one))

    def _close(self, fresh):
        now = time.monotonic()
        left = []
        for since, one in self._open:
            if self._is_back(one, fresh):
                self._figures.recovered(one.kind, now - since)
            else:
                left.append((since, one))
        self._open = left

    def _is_back(self, victim, fresh):
        """Worker: another one takes work. Server: another one answers for the engine. A program: the next one of
        its task, or of its goal for a planner."""
        if victim.kind == "worker":
            ready = self._world.ready_worker()
            return ready not in (0, victim.process.pid) and self._world.worker().get("pid") == ready
        if victim.kind == "server":
            pid = self._world.engine().get("pid", 0)
            return pid not in (0, victim.process.pid)
        lost = Key.of(victim.key)
        if lost is None:
            return True
        for text in fresh:
            key = Key.of(text)
            if key and key.run == lost.run and (key.task == lost.task or lost.kind == "planner"):
                return True
        return False

"""When to kill what: everything it decides comes from the seed."""

import time

from .table import alive
from .victims import KINDS, victims
from .world import kill

WEIGHTS = {
    "worker": 5,
    "server": 3,
    "command": 3,
    "launcher": 3,
    "agent": 4,
    "gate": 3,
    "planner": 2,
    "git": 0,
    "two": 3,
    "everything": 2,
}


class Killer:
    """Kills one process at a time, sometimes two of a different kind, sometimes all of them.

    The seed determines the delays and the kinds in their order; which process of a kind is there to be killed
    depends on how fast the machine is. A kind that is not there is waited for a moment, then the next one is taken.
    """

    # Seconds.
    PATIENCE = 2.0
    RECOVERY = 60.0
    # An attempt, a planner or a gate that was interrupted more often than this is no longer resumed for free.
    INTERRUPTIONS = 3

    def __init__(self, random, kills, delay, weights, tell):
        self._random = random
        self._left = kills
        self._delay = delay
        self._weights = weights
        self._tell = tell
        self._interruptions = {}
        self.history = []
        self._plan_next(time.monotonic())

    def _plan_next(self, now):
        """Draws when, what, and what instead; always the same number of draws."""
        near = self._random.random() < 0.35
        self._settle = now + (self.RECOVERY if self._random.random() < 0.6 else 0)
        self._wait = self._random.uniform(*self._delay)
        self._due = now + self._wait
        self._after_change = self._random.uniform(0, 0.4) if near else None
        self._changed = None
        weights = dict(self._weights)
        order = []
        while weights:
            names = sorted(weights)
            name = self._random.choices(names, [weights[one] or 1e-9 for one in names])[0]
            order.append(name)
            del weights[name]
        self._order = [name for name in order if self._weights[name]]
        self._pick = self._random.random()
        self._picture = None

    @property
    def done(self):
        return self._left == 0

    def tick(self, processes, picture, at_work):
        """Kills what is due.

        picture: changes whenever a program starts or ends; some kills come a moment after such a change,
        because that is where state is written
        at_work: whether runs are under way and everything has come back since the last kill; most kills wait
        for that, or commands that start would be all that is ever killed
        """
        now = time.monotonic()
        if not at_work and now < self._settle:
            self._due = now + self._wait
        if self.done or now < self._due:
            return []
        if self._after_change is not None and now < self._due + self.PATIENCE:
            if self._picture is None:
                self._picture = picture
            if self._changed is None and picture != self._picture:
                self._changed = now
            if self._changed is None or now < self._changed + self._after_change:
                return []
        chosen = self._choose(victims(processes), now - self._due > 2 * self.PATIENCE)
        if not chosen:
            return []
        what, killed = self._kill(*chosen)
        if not killed:
            return []
        self._left -= 1
        self.history.append((time.time(), what, killed))
        self._tell(what, killed)
        self._plan_next(now)
        return killed

    def _choose(self, present, impatient):
        allowed = [one for one in present if self._may_kill(one)]
        kinds = {kind: [one for one in allowed if one.kind == kind] for kind in KINDS}
        for name in self._order:
            if name == "everything":
                if any(one.kind == "worker" for one in present) and len(allowed) == len(present):
                    return name, present
            elif name == "two":
                pair = self._pair(kinds)
                if pair:
                    return name, pair
            elif kinds[name]:
                return name, [kinds[name][int(self._pick * len(kinds[name]))]]
            if not impatient:
                return None
        return None

    def _pair(self, kinds):
        """Of the kinds that carry a run, two that are there."""
        there = [kinds[kind] for kind in ("worker", "server", "command", "agent", "launcher") if kinds[kind]]
        if len(there) < 2:
            return None
        first = int(self._pick * len(there))
        second = (first + 1) % len(there)
        return [there[first][0], there[second][0]]

    def _may_kill(self, victim):
        return self._interruptions.get(victim.bound, 0) < self.INTERRUPTIONS

    def _kill(self, what, chosen):
        killed = []
        for victim in chosen:
            if alive(victim.process.identity):
                kill(victim.process.pid)
                killed.append(victim)
        # A launcher and its program are one interruption.
        for bound in {victim.bound for victim in killed if victim.bound}:
            self._interruptions[bound] = self._interruptions.get(bound, 0) + 1
        return what, killed

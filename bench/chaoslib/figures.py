"""What is counted, and the table at the end."""

import os
import statistics

from .victims import KINDS


class Figures:
    def __init__(self):
        self.goals = 0
        self.tasks = 0
        self.instants = 0
        self.kills = dict.fromkeys(KINDS, 0)
        self.together = {"two": 0, "everything": 0}
        self.times = {kind: [] for kind in KINDS}
        self.needed = 0
        self.excused = 0
        self.made = 0
        self.seconds = []
        self.loads = []
        self.violations = 0

    def killed(self, what, victims):
        self.instants += 1
        if what in self.together:
            self.together[what] += 1
        for victim in victims:
            self.kills[victim.kind] += 1

    def recovered(self, kind, seconds):
        self.times[kind].append(seconds)

    def load(self):
        self.loads.append(os.getloadavg()[0])

    def table(self, seed):
        lines = ["", "%-10s %6s %10s %10s %10s" % ("killed", "times", "back", "median s", "max s")]
        for kind in KINDS:
            times = self.times[kind] if kind not in ("command", "git") else []
            median = "%.1f" % statistics.median(times) if times else "-"
            most = "%.1f" % max(times) if times else "-"
            lines.append("%-10s %6d %10s %10s %10s" % (kind, self.kills[kind], len(times) or "-", median, most))
        lines += [
            "",
            "seed        %s" % seed,
            "kills       %d instants, %d processes (%d times two at once, %d times everything)"
            % (self.instants, sum(self.kills.values()), self.together["two"], self.together["everything"]),
            "goals       %d of %d tasks in all; %s s each (median)"
            % (self.goals, self.tasks, "%.0f" % statistics.median(self.seconds) if self.seconds else "-"),
            "starts      %d of agents: %d needed, %d again after a kill of agent or launcher, %d without a reason"
            % (self.made, self.needed, self.excused, self.made - self.needed - self.excused),
            "load        %s (median %s)"
            % (
                "%.1f to %.1f" % (min(self.loads), max(self.loads)) if self.loads else "-",
                "%.1f" % statistics.median(self.loads) if self.loads else "-",
            ),
            "violations  %d" % self.violations,
        ]
        return "\n".join(lines)

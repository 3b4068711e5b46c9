"""The command: options, rounds of goals, the end."""

import argparse
import random
import shutil
import sys
import time
from pathlib import Path

from . import evidence, plans
from .checks import Checks
from .figures import Figures
from .killer import WEIGHTS, Killer
from .monitor import Monitor
from .project import Project
from .user import User
from .world import World

TICK = 0.05
DISTRIBUTION = "client-cli/target/dist/bin/lindy"


def main(words):
    options = _options(words)
    lindy = Path(options.lindy).resolve()
    if not lindy.is_file() or shutil.which("git") is None or not Path("/proc/self/stat").exists():
        print("error: needs Linux, git and a distribution of Lindy at `%s`" % lindy, file=sys.stderr)
        print("\nhint: build one with `mvn -q package -DskipTests -Dquick`", file=sys.stderr)
        return 2
    seed = options.seed if options.seed is not None else random.SystemRandom().randrange(10**6)
    bench = Bench(options, lindy, seed)
    print("seed %s" % seed, flush=True)
    try:
        code = bench.run()
    except KeyboardInterrupt:
        bench.abandon()
        return 130
    print(bench.figures.table(seed), flush=True)
    return code


def _options(words):
    here = Path(__file__).resolve().parents[2]
    about = "Kills processes of Lindy at random while goals run."
    parser = argparse.ArgumentParser(prog="bench/chaos", description=about)
    option = parser.add_argument
    option("--kills", type=int, default=50, metavar="N", help="instants at which something is killed (50)")
    option("--seed", type=int, metavar="S", help="what victims and delays are drawn from; random, and printed")
    option("--per-goal", type=int, default=10, metavar="N", help="kills during one round of goals (10)")
    option("--parallel-goals", type=int, default=1, metavar="N", help="goals at once, each in its own project (1)")
    option("--tasks", type=int, default=20, metavar="N", help="tasks of a goal (20)")
    between = ("MIN", "MAX")
    option("--delay", type=float, nargs=2, default=(0.2, 5), metavar=between, help="seconds between kills (0.2 5)")
    option("--only", metavar="KINDS", help="kill these alone, with commas: %s" % ", ".join(WEIGHTS))
    option("--git", action="store_true", help="kill git commands of the Worker as well")
    option("--deadline", type=float, default=900, metavar="S", help="seconds after which a round counts as stuck (900)")
    option("--folder", metavar="DIR", help="where to make the world; must not exist; default: a temporary folder")
    option("--go-on", action="store_true", help="go on in a new world after a violation")
    option("--keep", action="store_true", help="keep the world also when all is well")
    option("--lindy", default=str(here / DISTRIBUTION), metavar="FILE", help="the command of another distribution")
    return parser.parse_args(words)


class Bench:
    """Rounds of goals in one world, until the kills are used up or something is wrong."""

    def __init__(self, options, lindy, seed):
        self.options = options
        self.seed = seed
        self.figures = Figures()
        self.world = World(lindy, options.folder)
        self._began = time.monotonic()

    def tell(self, text):
        print("%7.1f s  %s" % (time.monotonic() - self._began, text), file=sys.stderr, flush=True)

    def run(self):
        number = 0
        while self.figures.instants < self.options.kills:
            number += 1
            if self._round(number):
                continue
            if not self.options.go_on:
                return 1
            self.world = World(self.world.lindy, self._folder(number))
        if self.figures.violations:
            return 1
        if self.options.keep:
            self.tell("kept: %s" % self.world.root)
        else:
            self.world.delete()
        return 0

    def _folder(self, number):
        return self.options.folder and "%s-%d" % (self.options.folder, number)

    def abandon(self):
        self.tell("interrupted; ending what was started")
        self.world.end()
        self.world.delete()

    # ---- one round

    def _round(self, number):
        left = self.options.kills - self.figures.instants
        kills = min(self.options.per_goal, left)
        chance = self._random(number, "kills")
        killer = Killer(chance, kills, self.options.delay, self._weights(), self._killed)
        monitor = Monitor(self.world, self.figures)
        began = time.monotonic()
        users = [self._user(number, place) for place in range(self.options.parallel_goals)]
        violations = self._drive(users, killer, monitor)
        checks = [Checks(self.world, user, killer, monitor, self.figures) for user in users if user.over]
        if not violations:
            self.figures.seconds.append(time.monotonic() - began)
            self.world.run(self.world.root, "up")
            violations += ["goal %d: %s" % (one.goal.number, line) for one in checks for line in one.all()]
        violations += [line for user in users for line in user.complaints]
        violations += ["two agents: " + line for line in monitor.overlaps]
        if violations:
            return self._violated(users, killer, monitor, violations)
        violations = self._close(checks)
        if violations:
            return self._violated(users, killer, monitor, violations)
        self.figures.goals += len(users)
        self.figures.tasks += sum(len(user.goal.tasks) for user in users)
        self.tell("round %d is well: %d kills so far" % (number, self.figures.instants))
        return True

    def _random(self, number, what):
        return random.Random("%s/%s/%s" % (self.seed, number, what))

    def _weights(self):
        weights = dict(WEIGHTS, git=2 if self.options.git else 0)
        if self.options.only:
            chosen = self.options.only.split(",")
            weights = {name: max(1, weights[name]) if name in chosen else 0 for name in weights}
        return weights

    def _user(self, number, place):
        number = (number - 1) * self.options.parallel_goals + place + 1
        notes = self.world.root / ("notes %d" % number)
        goal = plans.goal(number, self._random(number, "goal"), notes, self.options.tasks)
        project = Project(self.world.root / ("shop %d" % number), notes, self.world.environment)
        return User(self.world, project, goal, self._random(number, "user"), self.tell)

    def _killed(self, what, victims):
        self.figures.killed(what, victims)
        together = "" if len(victims) == 1 else what + ": "
        self.tell("kill %d: %s%s" % (self.figures.instants, together, ", ".join(map(str, victims))))

    def _drive(self, users, killer, monitor):
        """Until all commands have ended; a round that does not end is a violation."""
        deadline = time.monotonic() + self.options.deadline
        ticks = 0
        while not all(user.over for user in users):
            if time.monotonic() > deadline:
                return ["stuck: not over after %d s" % self.options.deadline]
            processes = self.world.processes()
            monitor.tick(processes)
            for user in users:
                user.tick()
            at_work = monitor.recovered and all(user.run for user in users)
            monitor.killed(killer.tick(processes, monitor.picture, at_work))
            if ticks % 100 == 0:
                self.figures.load()
            ticks += 1
            time.sleep(TICK)
        return []

    def _close(self, checks):
        """Ends the engine as a person would; nothing may be left, and nothing of the user's be changed."""
        down = self.world.run(self.world.root, "down", "--force")
        deadline = time.monotonic() + 10
        left = self.world.processes()
        while left and time.monotonic() < deadline:
            time.sleep(0.2)
            left = self.world.processes()
        wrong = ["left after `lindy down --force`: %s" % one for one in left]
        if down.code() != 0:
            wrong.append("%s: %s" % (down, down.err()))
        return wrong + ["goal %d: %s" % (one.goal.number, line) for one in checks for line in one.after_down()]

    def _violated(self, users, killer, monitor, violations):
        self.figures.violations += len(violations)
        path = evidence.write(self.world, users, killer, monitor, violations)
        for user in users:
            user.give_up()
        self.world.end()
        for line in violations:
            print("VIOLATION: " + line, flush=True)
        print("\nkills of this round:\n" + "\n".join(evidence.history(killer)))
        print("\nseed %s; evidence: %s; all is kept in `%s`" % (self.seed, path, self.world.root), flush=True)
        return False

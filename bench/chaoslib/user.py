"""The person: watches a run, and does nothing but what the promise allows."""

import time

from .world import kill


class User:
    """Starts a goal and watches it. Where the watching command was killed, comes back after a while with
    `lindy watch`, `lindy up` or `lindy resume`: one of them is all it may take."""

    def __init__(self, world, project, goal, random, tell):
        self.world = world
        self.project = project
        self.goal = goal
        self.run = None
        self.complaints = []
        self._random = random
        self._tell = tell
        self._back_at = None
        self._command = None
        self.code = None
        self.started = time.monotonic()
        self._act("run", *goal.write(world.root))

    @property
    def over(self):
        return self.code is not None

    def tick(self):
        if self.over:
            return
        if self._command is None:
            if time.monotonic() >= self._back_at:
                self._come_back()
            return
        if self.run is None:
            self._learn_run()
        code = self._command.code()
        if code is None:
            return
        self._ended(code)

    def _act(self, *words):
        self._command = self.world.start(self.project.root, *words)

    def _learn_run(self):
        text = self._command.out().strip()
        if len(text) == 8:
            self._know(text)

    def _know(self, run):
        self.run = run
        self.world.runs.add(run)
        self._tell("goal %d is run %s%s" % (self.goal.number, run, ", planned" if self.goal.planned else ""))

    def _ended(self, code):
        command, self._command = self._command, None
        words = command.words
        if self.run is None and words[0] == "run" and len(command.out().strip()) == 8:
            self._know(command.out().strip())
        if code == -9:
            self._back_at = time.monotonic() + self._random.uniform(0.2, 6)
            return
        if words[0] == "up" and code == 0:
            self._back_at = time.monotonic() + self._random.uniform(1, 8)
            return
        if words[0] in ("run", "watch", "resume") and code in (0, 1):
            self.code = code
            if code:
                self.complaints.append("%s said: %s" % (command, command.err()[-2000:]))
            return
        # A command may not give up on a run because something else was killed.
        self.complaints.append("%s gave up: %s" % (command, command.err()[-2000:]))
        self._back_at = time.monotonic() + self._random.uniform(0.2, 6)

    def _come_back(self):
        if self.run is None:
            self._look_for_run()
            return
        what = self._random.choices(("watch", "up", "resume"), (6, 2, 2))[0]
        self._act(*((what,) if what == "up" else (what, self.run)))

    def _look_for_run(self):
        """The command was killed before it told the run: `lindy list` knows whether there is one."""
        rows = self.world.run(self.project.root, "list", "--json").json() or []
        mine = [row["run"] for row in rows if row["goal"].startswith(self.goal.text())]
        if mine:
            self._know(mine[0])
            # Whether it was started is what `resume` finds out.
            self._act("resume", self.run)
        else:
            self._act("run", *self.goal.write(self.world.root))

    def give_up(self):
        if self._command is not None and self._command.code() is None:
            kill(self._command.pid)
            self._command.await_end(10)

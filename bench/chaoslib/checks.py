"""What must be true after a goal. Every check answers with lines that say what is wrong, none where all is well."""

import json
import re
import time

from .victims import Key
from .world import read_json

AGENT = "scripted-agent@example.invalid"


class Checks:
    """Looks at one goal whose watching command has ended."""

    def __init__(self, world, user, killer, monitor, figures):
        self.world = world
        self.user = user
        self.goal = user.goal
        self.project = user.project
        self.run = user.run
        self._killer = killer
        self._monitor = monitor
        self._figures = figures

    def all(self):
        if self.user.code != 0:
            return ["exit code of the watching command is %s" % self.user.code, *self.starts()]
        return [
            *self.views(),
            *self.branch(),
            *self.merges(),
            *self.journal(),
            *self.commits(),
            *self.starts(),
            *self.gates(),
            *self.temporal(),
        ]

    # ---- what lindy says

    def views(self):
        shown = self._json("show", self.run)
        listed = [row for row in self._json("list") or [] if row.get("run") == self.run]
        report = self._json("report", self.run) or {}
        session = read_session(self.project.root, self.run)
        row = listed[0] if listed else {}
        said = {
            "show": (shown or {}).get("status"),
            "list": row.get("status"),
            "report": report.get("status"),
            "session": session.get("run_status"),
        }
        wrong = ["`%s` says %s, not completed" % item for item in said.items() if item[1] != "completed"]
        count = len(self.goal.tasks)
        if row.get("tasks", {}).get("completed") != count:
            wrong.append("`list` counts %s" % row.get("tasks"))
        if len(session.get("completed_tasks", [])) != count:
            wrong.append("the session file counts %d completed tasks" % len(session.get("completed_tasks", [])))
        for view, tasks in (("show", (shown or {}).get("tasks", [])), ("report", report.get("tasks", []))):
            wrong += self._tasks(view, tasks)
        return wrong

    def _tasks(self, view, tasks):
        wrong = []
        if len(tasks) != len(self.goal.tasks):
            wrong.append("`%s` has %d tasks" % (view, len(tasks)))
        for told in tasks:
            state = told.get("state", told)
            number = state["id"]
            if state["status"] != "completed":
                wrong.append("`%s` says task-%d is %s" % (view, number, state["status"]))
            counted = {one["number"] for one in state["attempts"]}
            if counted != set(range(1, self.goal.task(number).attempts + 1)):
                wrong.append(
                    "`%s` has attempts %s of task-%d: %s"
                    % (view, sorted(counted), number, [_outcome(one) for one in state["attempts"]])
                )
        return wrong

    def _json(self, *words):
        command = self.world.run(self.project.root, *words, "--json")
        return command.json()

    # ---- what git says

    @property
    def _ref(self):
        return "refs/lindy/goal/" + self.run

    def branch(self):
        git = self.project.git
        wrong = []
        if git("rev-parse", self._ref) != git("rev-parse", "refs/heads/af/goal-" + self.run):
            wrong.append("the branch is not where the goal ref is")
        base = self.project.files(self.project.base)
        expected = {name: text for name, text in base.items() if not name.endswith("STATUS.md")}
        for task in self.goal.tasks:
            expected.update(task.files)
        found = self.project.files(self._ref)
        for name in sorted(set(expected) | set(found)):
            if name.endswith("STATUS.md"):
                wrong += self._status(name, base.get(name, ""), found.get(name, ""))
            elif expected.get(name) != found.get(name):
                wrong.append("`%s` is %r, not %r" % (name, found.get(name), expected.get(name)))
        return wrong

    def _status(self, name, before, after):
        """The user's lines are all there, and no task is told twice."""
        wrong = ["`%s` lost %r" % (name, line) for line in before.splitlines() if line not in after.splitlines()]
        for task in self.goal.tasks:
            told = len(re.findall(r"Task number %d\b" % task.id, after))
            if told > 1:
                wrong.append("`%s` tells task-%d %d times" % (name, task.id, told))
        return wrong

    def merges(self):
        trailer = "%%(trailers:key=%s,valueonly,separator=%%x2C)"
        form = "%x09".join(("%H", trailer % "Lindy-Run", trailer % "Lindy-Task"))
        lines = self.project.git("log", "--format=" + form, "%s..%s" % (self.project.base, self._ref)).splitlines()
        merged = {}
        for line in lines:
            commit, run, task = line.split("\t")
            if task:
                merged.setdefault((run, task), []).append(commit)
        wrong = []
        for task in self.goal.tasks:
            commits = merged.pop((self.run, "task-%d" % task.id), [])
            if len(commits) != 1:
                wrong.append("task-%d has %d merge commits" % (task.id, len(commits)))
        wrong += ["a merge commit of %s is here as well" % (key,) for key in merged]
        chain = self.project.git("rev-list", "--first-parent", "--count", "%s..%s" % (self.project.base, self._ref))
        if int(chain) != len(self.goal.tasks):
            wrong.append("the goal ref moved %s times for %d tasks" % (chain, len(self.goal.tasks)))
        return wrong

    def journal(self):
        files = self.project.files("refs/lindy/runs/" + self.run)
        wrong = []
        state = json.loads(files.get("state.json", "{}"))
        if state.get("status") != "completed":
            wrong.append("the journal says %s" % state.get("status"))
        reachable = set(self.project.git("rev-list", self._ref).splitlines())
        tasks = [json.loads(text) for name, text in files.items() if name.startswith("tasks/")]
        if len(tasks) != len(self.goal.tasks):
            wrong.append("the journal has %d tasks" % len(tasks))
        for task in (one["state"] for one in tasks):
            if task["status"] != "completed" or task["mergeCommit"] not in reachable:
                wrong.append("the journal says task-%(id)s is %(status)s, merged as %(mergeCommit)s" % task)
        return wrong

    def commits(self):
        """No commit that an agent made, or that was made of what it left, is out of reach.

        Merges and entries of the journal that lost the race for their ref may be.
        """
        git = self.project.git
        every = git("cat-file", "--batch-all-objects", "--batch-check=%(objectname) %(objecttype)").splitlines()
        commits = {line.split()[0] for line in every if line.endswith(" commit")}
        loose = commits - set(git("rev-list", "--all").splitlines())
        wrong = []
        for commit in sorted(loose):
            told = git("show", "--no-patch", "--format=%ae %s %(trailers:key=Lindy-Task)", commit).strip()
            of_ours = "Lindy-Task" in told or git("ls-tree", "-r", "--name-only", commit, "state.json", "goal.md")
            if told.startswith(AGENT) or not of_ours:
                wrong.append("commit %s is lost: %s" % (commit, told))
        return wrong

    # ---- what agents and gates say

    def _killed(self, kind):
        return [one for _, _, killed in self._killer.history for one in killed if one.kind == kind]

    def _excused_agents(self):
        """Pids of agents that died by us, or whose launcher did; and attempts where a launcher did."""
        pids = {one.process.pid for one in self._killed("agent")}
        attempts = set()
        for one in self._killed("launcher"):
            key = Key.of(one.key)
            if key.kind == "agent":
                pids |= self._monitor.pids.get(one.key, set())
                attempts.add((key.run, key.task, key.attempt))
        return pids, attempts

    def starts(self):
        """Each start of an agent is the first of an attempt, or follows one that was cut short by us."""
        pids, attempts = self._excused_agents()
        known = {pid for found in self._monitor.pids.values() for pid in found}
        wrong = []
        for task in self.goal.tasks:
            last = {}
            ended = set()
            for what, pid, attempt in _log(self.goal.log(task.id)):
                if what == "end":
                    ended.add(pid)
                    continue
                self._figures.made += 1
                before = last.get(attempt)
                last[attempt] = pid
                if attempt > task.attempts:
                    wrong.append("task-%d: attempt %d was started" % (task.id, attempt))
                elif before is None:
                    self._figures.needed += 1
                elif before in pids or (before not in known and (self.run, task.id, attempt) in attempts):
                    self._figures.excused += 1
                else:
                    how = "had ended" if before in ended else "had not ended"
                    wrong.append(
                        "task-%d: attempt %d was started again; agent %d %s and was not killed by us"
                        % (task.id, attempt, before, how)
                    )
            for attempt in range(1, task.attempts + 1):
                if attempt not in last:
                    wrong.append("task-%d: attempt %d was never started" % (task.id, attempt))
        return wrong

    def gates(self):
        """No gate is run twice on a tree that it accepted, unless its end was cut short by us."""
        trees = [_tree(one.key) for kind in ("gate", "launcher") for one in self._killed(kind)]
        wrong = []
        for log in sorted(self.goal.notes.glob("gates-*")):
            passed = {}
            for line in log.read_text().splitlines():
                words = line.split()
                if words[0] == "end" and words[4] == "0":
                    passed.setdefault((words[2], words[3]), []).append(words[1])
            for (name, tree), found in passed.items():
                # What a dead launcher or a dead shell began goes on, but how it ended nobody knows.
                if len(found) > 1 + sum(tree.startswith(lost) for lost in trees if lost):
                    wrong.append("%s: gate `%s` accepted %s %d times" % (log.name, name, tree, len(found)))
        return wrong

    # ---- what Temporal says

    def temporal(self):
        rows = self._json("list") or []
        workflow = next((row["workflowId"] for row in rows if row.get("run") == self.run), "?")
        wrong = []
        for name in [workflow, *("%s.task-%d" % (workflow, task.id) for task in self.goal.tasks)]:
            answer = {}
            for _ in range(60):
                answer = self.world.temporal("workflows/" + name)
                if "problem" not in answer:
                    break
                time.sleep(0.5)
            status = answer.get("workflowExecutionInfo", {}).get("status", answer)
            if status != "WORKFLOW_EXECUTION_STATUS_COMPLETED":
                wrong.append("Temporal says %s of `%s`" % (status, name))
        return wrong

    # ---- what is left

    def after_down(self):
        """To be asked once nothing of this goal runs any more."""
        wrong = ["the user's repository: " + line for line in self.project.changes()]
        wrong += ["lock file left: " + line for line in self.project.locks()]
        worktrees = self.project.git("worktree", "list", "--porcelain").count("worktree ")
        if self.user.code == 0 and worktrees != 1:
            wrong.append("%d worktrees are left" % (worktrees - 1))
        return wrong


def read_session(root, run):
    return read_json(root / ".orchestrator" / "sessions" / (run + ".json"))


def _tree(key):
    """The beginning of the tree that a gate of this key judges; empty for other programs."""
    return key.rpartition(".")[2] if Key.of(key).kind == "gate" else ""


def _outcome(attempt):
    outcome = attempt.get("outcome")
    return outcome.get("type") if isinstance(outcome, dict) else outcome


def _log(path):
    """What, pid and attempt of each line that an agent wrote."""
    if not path.exists():
        return []
    lines = [line.split(" ", 4) for line in path.read_text().splitlines()]
    return [(words[0], int(words[1]), int(words[2])) for words in lines]

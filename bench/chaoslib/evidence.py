"""What is written down about a violation: enough to understand it without running it again."""

import time

# Of a pending Activity.
TOLD = (
    "activityType",
    "state",
    "attempt",
    "scheduledTime",
    "lastStartedTime",
    "lastHeartbeatTime",
    "lastFailure",
    "lastWorkerIdentity",
)


def write(world, users, killer, monitor, violations):
    """Writes `evidence.txt` into the world's folder, while everything is as it was found; answers its path."""
    path = world.root / "evidence.txt"
    with open(path, "w") as file:
        for title, text in _parts(world, users, killer, monitor, violations):
            file.write("==== %s\n%s\n\n" % (title, text))
    return path


def _parts(world, users, killer, monitor, violations):
    yield "violations", "\n".join(violations)
    yield "kills", "\n".join(history(killer))
    yield "processes", "\n".join(map(str, world.processes()))
    yield "programs that live", "\n".join(world.programs())
    for user in users:
        yield "run", "%s of goal %d" % (user.run, user.goal.number)
        if user.run is None:
            continue
        yield "lindy status", world.run(user.project.root, "status").out()
        yield "lindy show", world.run(user.project.root, "show", user.run).out()
        yield "lindy ps", world.run(user.project.root, "ps").out()
        yield "pending at Temporal", _pending(world, user)
    yield "worker.log", _tail(world.state / "worker" / "managed" / "worker.log", 150)
    yield "temporal.log", _tail(world.state / "engine" / "temporal.log", 50)
    for log in sorted(world.logs.glob("*.err"))[-12:]:
        yield log.name, _tail(log, 40)


def history(killer):
    lines = []
    for number, (when, what, killed) in enumerate(killer.history, 1):
        clock = time.strftime("%H:%M:%S", time.localtime(when)) + ("%.3f" % (when % 1))[1:]
        lines.append("%3d %s %-10s %s" % (number, clock, what, ", ".join(map(str, killed))))
    return lines


def _pending(world, user):
    """Pending Activities of the goal and of those of its tasks that are open."""
    lines = []
    found = world.temporal("workflows?query=ExecutionStatus%3D%22Running%22")
    for one in found.get("executions", []):
        name = one["execution"]["workflowId"]
        told = world.temporal("workflows/" + name)
        pending = told.get("pendingActivities", [])
        lines.append("%s: %d pending" % (name, len(pending)))
        for activity in pending:
            lines.append("  %s" % {name: activity[name] for name in TOLD if name in activity})
        task = told.get("pendingWorkflowTask")
        if task:
            lines.append("  workflow task: %s" % task)
    return "\n".join(lines) or str(found)


def _tail(path, count):
    try:
        return "\n".join(path.read_text(errors="replace").splitlines()[-count:])
    except OSError:
        return "(none)"

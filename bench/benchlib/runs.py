"""One plan, run by one tool."""

import time

from . import measure
from .world import overlaps, span, starts


def measured(tool, case, timeout):
    """Runs a case once in a new project and says what it took."""
    world = tool.world
    root = world.project(case.name)
    plan = world.plan(root, case)
    world.clear_log()
    engine = tool.engine_cpu()
    began = time.time()
    done = measure.run(tool.run_words(plan), root, world.environment(), timeout)
    ended = time.time()
    events = world.events()
    seconds = span(events)
    per_task = None if seconds is None else seconds * 1000 / len(case.tasks)
    started = sorted(event["time"] for event in events if event["event"] == "start")
    last = max((event["time"] for event in events if event["event"] != "start"), default=None)
    return {
        "code": done.code,
        "wall_s": done.wall,
        "span_s": seconds,
        "span_per_ideal": seconds / case.ideal if seconds and case.ideal else None,
        "ms_per_task": per_task,
        "cpu_ms_per_task": (done.cpu + tool.engine_cpu() - engine) * 1000 / len(case.tasks),
        "first_agent_s": started[0] - began if started else None,
        "after_last_agent_s": ended - last if last else None,
        "rss_mib": tool.engine_rss() if tool.has_engine else done.rss,
        "agents": sum(starts(events).values()),
        "agents_by_task": starts(events),
        "two_on_one": overlaps(events),
        "files": all(tool.delivered(root, name) for name in case.files) if case.files else None,
        "verdict": _verdict(done),
        "load": measure.load(),
    }


def _verdict(done):
    words = (done.stdout + done.stderr).replace("\n", " ")
    for word in ("GOAL COMPLETED", "GOAL PAUSED", "GOAL FAILED"):
        if word in words:
            return word
    return "completed" if done.code == 0 else f"exit {done.code}"

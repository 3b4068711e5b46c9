"""kill -9 in the middle of a run, and what it costs."""

import os
import shutil
import signal
import subprocess
import time

from . import measure
from .world import overlaps, starts

LONG = 120
#: Who is killed; the original has a command and its agents only.
WORKER, EVERYTHING = "worker", "everything"


def killed(tool, case, victim):
    """Kills when task 2 has been at work for a second, goes on, and counts."""
    world = tool.world
    root = world.project(case.name)
    plan = world.plan(root, case)
    world.clear_log()
    process = subprocess.Popen(tool.run_words(plan), cwd=root, env=world.environment(), stdin=subprocess.DEVNULL,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    measure.until(lambda: "t2" in starts(world.events()) or process.poll() is not None, LONG, "the start of task 2")
    if process.returncode is not None:
        raise TimeoutError(f"{tool.name} ended before task 2, exit {process.returncode}")
    time.sleep(1.0)
    ended = _kill(tool, process, victim)
    killed_at = time.time()
    time.sleep(0.3)
    orphans = _agents_alive(world)
    before = len([event for event in world.events() if event["event"] == "start"])
    ready_at, code = _go_on(tool, root, process, victim)
    _await_quiet(world)
    events = world.events()
    later = sorted(event["time"] for event in events if event["event"] == "start")[before:]
    needed = len(case.tasks)
    return {
        "victim": victim,
        "orphans": orphans if not tool.has_engine else None,
        "agents": sum(starts(events).values()),
        "needed": needed,
        "two_on_one": overlaps(events),
        "next_agent_s": later[0] - max(killed_at, ready_at or 0) if later else None,
        "next_after_end_s": _after_end(events, later),
        "code": code,
        "killed": ended,
        "load": measure.load(),
    }


def _after_end(events, later):
    """Seconds from the end of the agent that the next one waited for."""
    if not later:
        return None
    ends = [event["time"] for event in events if event["event"] == "end" and event["time"] <= later[0]]
    return later[0] - max(ends) if ends else None


def _kill(tool, process, victim):
    if not tool.has_engine:
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        return 1
    if victim == WORKER:
        pids = tool.pids()[1:]
        for pid in pids:
            os.kill(pid, signal.SIGKILL)
        return len(pids)
    count = 0
    while True:
        pids = measure.processes_with("HOME", str(tool.world.home))
        if not pids:
            break
        for pid in pids:
            try:
                os.kill(pid, signal.SIGKILL)
                count += 1
            except ProcessLookupError:
                continue
        time.sleep(0.02)
    process.wait()
    for half_made in (tool.world.cache / "lindy" / "cds").glob("*/dumping"):
        shutil.rmtree(half_made, ignore_errors=True)
    return count


def _go_on(tool, root, process, victim):
    """Until the run is over; when the new Worker was ready, and the exit code."""
    env = tool.world.environment()
    if tool.has_engine and victim == WORKER:
        measure.run(tool.words("up"), root, env, LONG)
        ready = _ready_at(tool)
        return ready, process.wait(LONG)
    done = measure.run(tool.resume(root), root, env, LONG)
    return (_ready_at(tool) if tool.has_engine else None), done.code


def _ready_at(tool):
    files = sorted((tool.world.root / "state" / "worker").glob("*/ready"))
    return max((file.stat().st_mtime for file in files), default=None)


def _agents_alive(world):
    alive = 0
    for pid in measure.processes_with("BENCH_WORLD", str(world.root)):
        try:
            alive += os.readlink(f"/proc/{pid}/exe") == str(world.bin / "claude")
        except OSError:
            continue
    return alive


def _await_quiet(world):
    measure.until(lambda: _agents_alive(world) == 0, LONG, "the end of all agents")



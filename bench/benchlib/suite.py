"""Runs cases with all tools and prints what came out."""

import os
import platform
import subprocess
import sys
import time

from . import kills, measure, project, runs, startup, table, targets, tools
from .cases import ALL, GATE_SECONDS, GATED, KILLED, MAKESPAN, PER_TASK, TRUTH, TWO_GATES, UNGATED
from .world import World

TIMEOUT = 1200


class Suite:
    """One run of the bench; every tool runs a case before the next case comes."""

    def __init__(self, checkout, cache, repeats, lindy_only):
        self.checkout = checkout
        self.cache = cache
        self.repeats = repeats
        self.lindy_only = lindy_only
        self.figures = {"complete": True, "cases": {}, "startup": {}, "first_agent": {}, "killed": {},
                        "project": {}, "large": {}, "gates": {}}

    def run(self, names):
        world = World(self.cache)
        everyone = []
        try:
            everyone = self._tools(world)
            self.figures["host"] = _host(self.checkout)
            print(f"{self.figures['host']}\nload average at the start: {measure.load():.1f}", flush=True)
            if names != ["project"]:
                everyone[0].up()
            for name in names:
                self._case(name, everyone)
        finally:
            for tool in everyone:
                tool.down()
            _end_leftovers(world)
            world.close()
        return self.figures

    def _tools(self, world):
        lindy = tools.Lindy(world, tools.distribution(self.checkout))
        if self.lindy_only:
            return [lindy]
        return [lindy, tools.Original(world, "0.6.0", "lindy-orchestrator==0.6.0"),
                tools.Original(world, "newest", "lindy-orchestrator")]

    def _case(self, name, everyone):
        try:
            if name == "startup":
                self._startup(everyone)
            elif name == "first-agent":
                self._first_agent(everyone)
            elif name == "project":
                self._project(everyone)
            elif name == "gates":
                self._gates(everyone)
            elif ALL[name] in KILLED:
                self._killed(ALL[name], everyone)
            else:
                self._measured(ALL[name], everyone)
        except (TimeoutError, subprocess.SubprocessError, OSError) as problem:
            self.figures["complete"] = False
            print(f"\n## {name}\n\nnot measured: {problem}", flush=True)

    def _measured(self, case, everyone):
        rows = {}
        for tool in everyone:
            count = 1 if len(case.tasks) >= 1000 or case in TRUTH else self.repeats
            results = []
            for _ in range(count):
                _say(f"{case.name}: {tool.name}")
                results.append(runs.measured(tool, case, TIMEOUT))
            rows[tool.name] = {key: _middle([result[key] for result in results]) for key in results[0]}
        self.figures["cases"][case.name] = rows
        print(_case_table(case, rows), flush=True)

    def _killed(self, case, everyone):
        rows = []
        for tool in everyone:
            for victim in ([kills.WORKER, kills.EVERYTHING] if tool.has_engine else ["command"]):
                _say(f"{case.name}: {tool.name}, {victim}")
                try:
                    rows.append({"tool": tool.name} | kills.killed(tool, case, victim))
                except TimeoutError as problem:
                    self.figures["complete"] = False
                    _say(f"not measured: {problem}")
        self.figures["killed"][case.name] = rows
        print(_kill_table(case, rows), flush=True)

    def _gates(self, everyone):
        for tool in everyone:
            rows = []
            runs.measured(tool, UNGATED, TIMEOUT)  # what is slow the first time is no gate's
            for _ in range(self.repeats):
                _say(f"gates: {tool.name}")
                without, gated = (runs.measured(tool, case, TIMEOUT) for case in (UNGATED, TWO_GATES))
                rows.append({"without_s": without["wall_s"], "with_s": gated["wall_s"], "code": gated["code"],
                             "files": gated["files"], "load": gated["load"]})
            row = {key: _middle([each[key] for each in rows]) for key in rows[0]}
            own = GATED * GATE_SECONDS
            self.figures["gates"][tool.name] = row | {"own_s": own, "times_own": (row["with_s"] - row["without_s"]) / own}
        print(_gates_table(self.figures["gates"]), flush=True)

    def _startup(self, everyone):
        for tool in everyone:
            _say(f"startup: {tool.name}")
            self.figures["startup"][tool.name] = startup.commands(tool, 10)
        print(_startup_table(self.figures["startup"]), flush=True)

    def _first_agent(self, everyone):
        for tool in everyone:
            _say(f"first agent: {tool.name}")
            self.figures["first_agent"][tool.name] = startup.first_agent(tool, max(2, self.repeats))
        print(_first_agent_table(self.figures["first_agent"]), flush=True)

    def _project(self, everyone):
        for tool in everyone:
            _say(f"project: {tool.name}")
            self.figures["project"][tool.name] = project.small(tool, max(3, self.repeats))
            self.figures["large"][tool.name] = project.large(tool, self.repeats)
        print(_project_table("a small project", project.SMALL, self.figures["project"], _like_original), flush=True)
        print(_project_table("10,000 files", project.LARGE, self.figures["large"], _within_limits), flush=True)


def _say(text):
    print(f"… {text}", file=sys.stderr, flush=True)


def _middle(values):
    numbers = [value for value in values if isinstance(value, (int, float)) and not isinstance(value, bool)]
    return measure.median(numbers) if len(numbers) == len(values) else values[-1]


def _host(checkout):
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=checkout, capture_output=True, text=True,
                            check=False).stdout.strip()
    return f"{time.strftime('%Y-%m-%d')}, commit {commit or 'unknown'}, {os.cpu_count()} cores, {platform.system()} {platform.release()}"


def _end_leftovers(world):
    """What was killed in a bad moment may have left something; it has our home in its environment."""
    for pid in measure.processes_with("HOME", str(world.home)):
        try:
            os.kill(pid, 9)
        except ProcessLookupError:
            continue


# ---- tables


def _ratio(value, other):
    return value / other if value and other else None


def _of_original(rows, key):
    first = rows.get("0.6.0")
    return first[key] if first else None


def _case_table(case, rows):
    header = ["tool", "exit", "verdict", "agents / tasks", "span s", "span / ideal", "ms a task", "CPU ms a task", "wall s",
              "wall / 0.6.0", "after last agent s", "RSS MiB", "all files", "load", "target"]
    lines = []
    for name, row in rows.items():
        lines.append([
            name, row["code"], row["verdict"], f"{row['agents']:g} / {len(case.tasks)}", row["span_s"], row["span_per_ideal"],
            row["ms_per_task"] if case in PER_TASK else None, row["cpu_ms_per_task"], row["wall_s"],
            _ratio(row["wall_s"], _of_original(rows, "wall_s")), row["after_last_agent_s"], row["rss_mib"], row["files"],
            row["load"], _target(case, row) if name == "lindy" else None])
    title = case.name + (f", ideal {case.ideal:g} s" if case.ideal else "")
    return table.render(title, header, lines)


def _target(case, row):
    if case.name in targets.SPAN:
        return _verdict("span", row["span_s"], targets.SPAN[case.name], "s")
    if case.name in targets.MS_PER_TASK:
        return _verdict("a task", row["ms_per_task"], targets.MS_PER_TASK[case.name], "ms")
    if case.name == "scale1000":
        return "; ".join([_verdict("wall", row["wall_s"], targets.SCALE_1000_SECONDS, "s"),
                          _verdict("Worker", row["rss_mib"], targets.WORKER_MIB, "MiB"),
                          _verdict("tail", row["after_last_agent_s"], targets.REPORT_SECONDS, "s")])
    if case in TRUTH:
        wanted = row["code"] in case.exit_codes and row["files"] is not False
        return "true" if wanted else f"NOT TRUE: expected exit {case.exit_codes[0]}"
    return None


def _verdict(what, value, limit, unit):
    return f"{what} <= {limit:g} {unit}: {targets.judged(value, limit)}"


def _kill_table(case, rows):
    header = ["tool", "killed", "agents / needed", "two on one task", "orphans", "next agent s", "after the end it waited for s",
              "exit", "load", "target"]
    lines = []
    for row in rows:
        judged = None
        if row["tool"] == "lindy":
            good = not row["two_on_one"] and row["code"] == 0
            exact = row["agents"] == row["needed"] + (row["victim"] == kills.EVERYTHING)
            judged = ("true" if good and exact else "NOT TRUE") + "; " + _verdict(
                "next", row["next_after_end_s"], targets.GOES_ON_SECONDS, "s")
        lines.append([row["tool"], row["victim"], f"{row['agents']} / {row['needed']}", row["two_on_one"], row["orphans"],
                      row["next_agent_s"], row["next_after_end_s"], row["code"], row["load"], judged])
    return table.render(f"{case.name}: kill -9 while task 2 runs", header, lines)


def _gates_table(figures):
    header = ["tool", "exit", "all files", "without gates s", "with s", "gates' own s", "added / own", "load", "target"]
    lines = []
    for tool, row in figures.items():
        target = _verdict("added / own", row["times_own"], targets.GATE_TIMES_OWN, "x") if tool == "lindy" else None
        lines.append([tool, row["code"], row["files"], row["without_s"], row["with_s"], row["own_s"], row["times_own"],
                      row["load"], target])
    return table.render(f"{GATED} tasks in a chain, two gates of {GATE_SECONDS} s each", header, lines)


def _startup_table(figures):
    header = ["command", "tool", "CPU ms", "wall ms", "CPU / 0.6.0", "wall / 0.6.0", "RSS MiB", "load", "target"]
    lines = []
    for name in startup.COMMANDS:
        for tool, rows in figures.items():
            if name not in rows:
                continue
            row = rows[name]
            original = figures.get("0.6.0", {}).get(startup.RELATIVES.get(name, name))
            cpu = _ratio(row["cpu_ms"], original["cpu_ms"]) if original else None
            wall = _ratio(row["wall_ms"], original["wall_ms"]) if original else None
            target = None
            if tool == "lindy" and name == "--version":
                target = _verdict("CPU", row["cpu_ms"], targets.VERSION_CPU_MS, "ms")
            elif tool == "lindy" and original:
                target = "; ".join([_verdict("CPU", cpu, targets.SHARE_OF_ORIGINAL, "x"),
                                    _verdict("wall", wall, targets.SHARE_OF_ORIGINAL, "x")])
            lines.append([name, tool, row["cpu_ms"], row["wall_ms"], cpu, wall, row["rss_mib"], row["load"], target])
    return table.render("start-up, medians of 10", header, lines)


def _project_table(title, commands, figures, judged):
    header = ["command", "tool", "exit", "CPU ms", "wall ms", "CPU / 0.6.0", "wall / 0.6.0", "RSS MiB", "load", "target"]
    lines = []
    for name in commands:
        for tool, rows in figures.items():
            if name not in rows:
                continue
            row = rows[name]
            original = figures.get("0.6.0", {}).get(project.RELATIVES.get(name, name))
            cpu = _ratio(row["cpu_ms"], original["cpu_ms"]) if original else None
            wall = _ratio(row["wall_ms"], original["wall_ms"]) if original else None
            target = judged(row, wall) if tool == "lindy" else None
            lines.append([name, tool, row["code"], row["cpu_ms"], row["wall_ms"], cpu, wall, row["rss_mib"], row["load"],
                          target])
    return table.render(title, header, lines)


def _like_original(row, wall):
    return _verdict("wall", wall, targets.PROJECT_TIMES_ORIGINAL, "x") if wall else None


def _within_limits(row, wall):
    return "; ".join([_verdict("wall", row["wall_ms"], targets.LARGE_MS, "ms"),
                      _verdict("RSS", row["rss_mib"], targets.LARGE_MIB, "MiB")])


def _first_agent_table(figures):
    header = ["tool", "engine up: s", "from nothing: s", "load", "target"]
    lines = []
    for tool, row in figures.items():
        target = None
        if tool == "lindy":
            target = "; ".join([_verdict("warm", row["warm_s"], targets.WARM_SECONDS, "s"),
                                _verdict("cold", row["cold_s"], targets.COLD_SECONDS, "s")])
        lines.append([tool, row["warm_s"], row["cold_s"], row["load"], target])
    return table.render("first agent after `run --plan`", header, lines)

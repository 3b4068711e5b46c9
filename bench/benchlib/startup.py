"""What short commands cost, and how soon the first agent starts."""

from . import cases, measure, runs

COMMANDS = {
    "--version": ["--version"],
    "--help": ["--help"],
    "status": ["status"],
    "list": ["list"],
}
#: What lindy-orchestrator has nothing like is compared with its nearest relative.
RELATIVES = {"list": "status"}


def commands(tool, repeats):
    """Medians of short commands in a project with one finished run."""
    world = tool.world
    root = world.project("startup")
    plan = world.plan(root, cases.ONE)
    measure.run(tool.run_words(plan), root, world.environment())
    rows = {}
    for name, words in COMMANDS.items():
        if name == "list" and not tool.has_engine:
            continue
        for _ in range(2):
            measure.run(tool.words(*words), root, world.environment())
        if tool.has_engine:
            await_archive(world)
        done = [measure.run(tool.words(*words), root, world.environment()) for _ in range(repeats)]
        rows[name] = {
            "cpu_ms": measure.median([one.cpu * 1000 for one in done]),
            "wall_ms": measure.median([one.wall * 1000 for one in done]),
            "rss_mib": measure.median([one.rss for one in done]),
            "code": done[-1].code,
            "load": measure.load(),
        }
    return rows


def await_archive(world):
    """Waits: the archive of loaded classes is made in the background."""
    folder = world.cache / "lindy" / "cds"
    measure.until(lambda: not any(folder.glob("*/dumping")), 120, "the archive of loaded classes")


def first_agent(tool, repeats):
    """Seconds from the command to the first agent's start: with the engine up, and from nothing."""
    warm = [runs.measured(tool, cases.ONE, 120)["first_agent_s"] for _ in range(repeats)]
    cold = []
    for _ in range(max(1, repeats // 2) if tool.has_engine else 0):
        tool.down()
        cold.append(runs.measured(tool, cases.ONE, 120)["first_agent_s"])
    return {"warm_s": measure.median(warm), "cold_s": measure.median(cold), "load": measure.load()}


def report(tool, run_root):
    """What it costs to print the report of the newest run of a project."""
    done = measure.run(tool.words("report"), run_root, tool.world.environment())
    return {"cpu_s": done.cpu, "wall_s": done.wall, "code": done.code}

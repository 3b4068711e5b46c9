"""What commands about a project's files cost, on a small project and on one of 10,000 files."""

import tempfile
from pathlib import Path

from . import measure, startup

#: On a small project; those that write files come last. lindy-orchestrator 0.6.0 has no `init`: its `onboard` does that.
SMALL = {"status": ["status"], "logs": ["logs"], "validate": ["validate"], "scan": ["scan"],
         "init": ["init", "--force", "-m", "a,b"], "onboard": ["onboard", "-y", "--force"]}
NOT_IN_ORIGINAL = {"init"}
RELATIVES = {"init": "onboard"}
#: On 10,000 files, each time as if nobody had set the project up before.
LARGE = {"scan": ["scan"], "onboard -y": ["onboard", "-y"]}

FILES = 10_000
MODULES = 10
FILES_PER_FOLDER = 50


def small(tool, repeats):
    """Medians of commands in a project with documents and a log."""
    root = tool.world.project("project")
    _documents(root, ["a", "b"])
    log = root / ".orchestrator" / "logs" / "actions.jsonl"
    log.parent.mkdir(parents=True)
    line = '{"timestamp": "2026-05-14T09:31:02+00:00", "action": "dispatch", "result": "success", "details": {"module": "a"}}\n'
    log.write_text(line * 200, encoding="utf-8")
    return {name: _measured(tool, words, root, repeats) for name, words in SMALL.items()
            if tool.has_engine or name not in NOT_IN_ORIGINAL}


def large(tool, repeats):
    """Medians of commands in a repository of 10,000 files in ten modules."""
    root = _repository(tool.world)
    rows = {"onboard -y": _measured(tool, LARGE["onboard -y"], root, repeats, lambda: _reset(tool.world, root))}
    _reset(tool.world, root)
    names = [f"module{n}" for n in range(MODULES)]
    config = "project: {name: large}\nmodules:\n" + "".join(f"  - {{name: {name}, path: {name}}}\n" for name in names)
    (root / "orchestrator.yaml").write_text(config, encoding="utf-8")
    _documents(root, names)
    rows["scan"] = _measured(tool, LARGE["scan"], root, repeats)
    return rows


def _measured(tool, words, root, repeats, before=lambda: None):
    environment = tool.world.environment()
    for _ in range(2):
        before()
        measure.run(tool.words(*words), root, environment)
    if tool.has_engine:
        startup.await_archive(tool.world)
    done = []
    for _ in range(repeats):
        before()
        done.append(measure.run(tool.words(*words), root, environment))
    return {
        "cpu_ms": measure.median([one.cpu * 1000 for one in done]),
        "wall_ms": measure.median([one.wall * 1000 for one in done]),
        "rss_mib": measure.median([one.rss for one in done]),
        "code": done[-1].code,
        "load": measure.load(),
    }


def _documents(root, modules):
    topology = "".join(f"- **{name}/** (`{name}/`)\n" for name in modules)
    (root / "ARCHITECTURE.md").write_text(f"# Architecture\n\n## Module Topology\n\n{topology}", encoding="utf-8")
    (root / "CONTRACTS.md").write_text(
        f"# Contracts\n\n## API Contracts\n\n{', '.join(modules)}\n\n## Change Protocol\n\nAsk.\n", encoding="utf-8")


def _repository(world):
    """Modules of Python and TypeScript in turn, with manifests, a hundred lines a file, committed."""
    root = Path(tempfile.mkdtemp(prefix="large-", dir=world.root))
    for n in range(MODULES):
        module = root / f"module{n}"
        python = n % 2 == 0
        module.mkdir()
        manifest = ("pyproject.toml", f'[project]\nname = "module{n}"\n') if python else (
            "package.json", f'{{"name": "module{n}", "scripts": {{"test": "jest"}}}}\n')
        (module / manifest[0]).write_text(manifest[1], encoding="utf-8")
        for k in range(FILES // MODULES - 1):
            folder = module / f"part{k // FILES_PER_FOLDER}"
            folder.mkdir(exist_ok=True)
            name, text = (f"file{k}.py", "import os\n") if python else (f"file{k}.ts", "import fs from 'fs'\n")
            (folder / name).write_text(text + "x = 1\n" * 100, encoding="utf-8")
    for words in (["init", "-q", "-b", "main"], ["add", "-A"], ["commit", "-q", "-m", "First"]):
        world.git(root, *words)
    return root


def _reset(world, root):
    world.git(root, "clean", "-fdxq")
    world.git(root, "reset", "-q", "--hard")

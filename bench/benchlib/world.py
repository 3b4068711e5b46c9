"""A world to measure in: home, agent, projects, and nothing of the user's."""

import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

CONFIG = """project:
  name: bench
modules:
  - name: a
    path: a
  - name: b
    path: b
safety:
  max_parallel: 4
  max_retries_per_task: 2
"""


class World:
    """Temporary folders; each project is new."""

    def __init__(self, cache):
        self.root = Path(tempfile.mkdtemp(prefix="lindy-bench-")).resolve()
        self.cache = cache
        self.log = self.root / "agents.jsonl"
        self.home = self._folder("home")
        self.bin = self._folder("bin")
        self._compile_agent()
        (self.home / ".gitconfig").write_text(
            "[user]\n\tname = Bench\n\temail = bench@example.invalid\n[init]\n\tdefaultBranch = main\n"
            "[commit]\n\tgpgsign = false\n", encoding="utf-8")

    def _folder(self, name):
        folder = self.root / name
        folder.mkdir()
        return folder

    def _compile_agent(self):
        compiler = shutil.which("cc") or shutil.which("gcc") or shutil.which("clang")
        if compiler is None:
            raise SystemExit("error: could not compile the stand-in for `claude`: there is no C compiler on PATH\n\n"
                             "hint: install gcc or clang")
        source = Path(__file__).with_name("claude.c")
        command = [compiler, "-O1", f'-DLOG="{self.log}"', "-o", str(self.bin / "claude"), str(source)]
        if subprocess.run(command + ["-static"], capture_output=True, check=False).returncode != 0:
            subprocess.run(command, check=True)

    def environment(self):
        """The environment of everything that is measured."""
        binary = os.environ.get("LINDY_TEMPORAL_BIN") or _cached_binary()
        kept = {name: value for name, value in os.environ.items()
                if name in ("LANG", "JAVA_HOME", "TMPDIR", "LINDY_TEMPORAL_BIN") or name.lower().endswith("_proxy")}
        if binary:
            kept["LINDY_TEMPORAL_BIN"] = binary
        return kept | {
            "PATH": f"{self.bin}{os.pathsep}{os.environ['PATH']}", "HOME": str(self.home), "IS_SANDBOX": "1",
            "LINDY_STATE": str(self.root / "state"), "LINDY_ENGINE": "managed", "XDG_CACHE_HOME": str(self.cache),
            "BENCH_WORLD": str(self.root), "COLUMNS": "120", "LC_ALL": "C.UTF-8",
        }

    def project(self, name):
        """A new repository with two modules and one commit."""
        root = Path(tempfile.mkdtemp(prefix=f"{name}-", dir=self.root))
        (root / "orchestrator.yaml").write_text(CONFIG, encoding="utf-8")
        (root / ".gitignore").write_text(".orchestrator/\n.worktrees/\n", encoding="utf-8")
        for module in ("a", "b"):
            (root / module).mkdir()
            (root / module / "STATUS.md").write_text(
                f"# {module} Status\n\n## Meta\n\n| Key | Value |\n|-----|-------|\n| module | {module} |\n"
                "| last_updated | 2026-01-01 00:00 UTC |\n| overall_health | GREEN |\n| agent_session | - |\n",
                encoding="utf-8")
            (root / module / f"{module}.txt").write_text("one\n", encoding="utf-8")
        for words in (["init", "-q", "-b", "main"], ["add", "-A"], ["commit", "-q", "-m", "First"]):
            self.git(root, *words)
        return root

    def git(self, root, *words):
        """Standard output of a git command that must succeed."""
        return subprocess.run(["git", *words], cwd=root, env=self.environment(), capture_output=True, check=True,
                              text=True).stdout

    def files(self, root, commit):
        """Names, without folders, of all files of a commit."""
        return {path.rpartition("/")[2] for path in
                self.git(root, "ls-tree", "--name-only", "-r", "--full-tree", commit).splitlines()}

    def plan(self, root, case):
        """Writes the plan of a case outside of the project."""
        file = root.parent / f"{root.name}-plan.json"
        file.write_text(json.dumps(case.json()), encoding="utf-8")
        return file

    def clear_log(self):
        self.log.write_text("", encoding="utf-8")

    def events(self):
        """What agents have logged, in order."""
        if not self.log.exists():
            return []
        return [json.loads(line) for line in self.log.read_text(encoding="utf-8").splitlines() if line.strip()]

    def close(self):
        """Removes everything; engines must be down."""
        shutil.rmtree(self.root, ignore_errors=True)


def _cached_binary():
    """The `temporal` program that lindy has fetched for the user before."""
    folder = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "lindy"
    found = sorted(file for file in folder.glob("temporal-*") if os.access(file, os.X_OK) and file.suffix != ".lock")
    return str(found[-1]) if found else None


def span(events):
    """Seconds from the first agent's start to the last agent's end, on the agents' own clock; None without one."""
    starts = [event["time"] for event in events if event["event"] == "start"]
    ends = [event["time"] for event in events if event["event"] != "start"]
    return max(ends) - min(starts) if starts and ends else None


def starts(events):
    """Starts of agents by tag."""
    count = {}
    for event in events:
        if event["event"] == "start":
            count[event["tag"]] = count.get(event["tag"], 0) + 1
    return count


def overlaps(events):
    """Whether two agents ever worked on one task at a time."""
    open_by_tag = {}
    for event in events:
        running = open_by_tag.setdefault(event["tag"], set())
        if event["event"] == "start":
            if running:
                return True
            running.add(event["pid"])
        else:
            running.discard(event["pid"])
    return False

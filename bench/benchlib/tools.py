"""The programs that are measured."""

import json
import os
import subprocess
import sys
from pathlib import Path

from . import measure


class Original:
    """lindy-orchestrator of PyPI in an environment of its own."""

    has_engine = False

    def __init__(self, world, label, requirement):
        self.world = world
        self.folder = world.cache / "venv" / (requirement.replace("==", "-") if "==" in requirement else "newest")
        self.command = self.folder / "bin" / "lindy-orchestrate"
        self._install(requirement)
        version = measure.run([str(self.command), "--version"], world.root, world.environment())
        self.name = f"{label} ({version.stdout.split()[-1]})" if label == "newest" else label

    def _install(self, requirement):
        if self.command.exists():
            return
        print(f"installing {requirement} from PyPI", file=sys.stderr)
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(self.folder)], check=True)
        subprocess.run([str(self.folder / "bin" / "pip"), "-q", "--disable-pip-version-check", "install", requirement],
                       check=True)

    def words(self, *arguments):
        return [str(self.command), *arguments]

    def up(self):
        """Nothing has to be started."""

    def down(self):
        """Nothing has to be stopped."""

    def engine_cpu(self):
        return 0.0

    def engine_rss(self):
        return None

    def resume(self, root):
        return self.words("resume")

    def run_words(self, plan):
        return self.words("run", "--plan", str(plan), "bench")

    def delivered(self, root, name):
        """Whether a file is on the branch that is checked out."""
        return name in self.world.files(root, "HEAD") or any(root.glob(f"**/{name}"))


class Lindy:
    """The distribution, with an engine and a state of its own."""

    name = "lindy"
    has_engine = True

    def __init__(self, world, command):
        self.world = world
        self.command = Path(command)

    def words(self, *arguments):
        return [str(self.command), *arguments]

    def _must(self, *arguments):
        done = measure.run(self.words(*arguments), self.world.root, self.world.environment())
        if done.code != 0:
            raise SystemExit(f"error: `lindy {' '.join(arguments)}` failed: {done.stderr}")
        return done

    def up(self):
        self._must("up")

    def down(self):
        self._must("down", "--force")

    def run_words(self, plan):
        return self.words("run", "--plan", str(plan))

    def resume(self, root):
        return self.words("resume")

    def pids(self):
        """Process ids of the server and the Worker, those that are recorded."""
        state = self.world.root / "state"
        files = [state / "engine" / "engine.json", *sorted((state / "worker").glob("*/worker.json"))]
        found = []
        for file in files:
            try:
                found.append(json.loads(file.read_text(encoding="utf-8"))["pid"])
            except (OSError, ValueError, KeyError):
                continue
        return found

    def engine_cpu(self):
        return sum(measure.cpu_of(pid) for pid in self.pids())

    def engine_rss(self):
        """The largest resident MiB of the Worker so far."""
        workers = self.pids()[1:]
        return max((measure.peak_rss(pid) for pid in workers), default=None)

    def newest_run(self):
        runs = json.loads(self._must("list", "--json").stdout)
        return runs[0]["run"] if runs else None

    def delivered(self, root, name):
        """Whether a file is on the goal branch of the newest run."""
        return name in self.world.files(root, f"refs/lindy/goal/{self.newest_run()}")


def distribution(checkout):
    """The distribution of the last build, or of $LINDY_DIST."""
    command = Path(os.environ.get("LINDY_DIST", checkout / "client-cli" / "target" / "dist")) / "bin" / "lindy"
    if not os.access(command, os.X_OK):
        raise SystemExit(f"error: there is no distribution at `{command}`\n\n"
                         "hint: make it with `mvn -q package -DskipTests -Dquick`")
    return command

"""The user's repository, and a picture of everything in it that is not ours."""

import hashlib
import os
import subprocess

from .plans import MODULES

CONFIG = """\
project:
  name: shop
modules:
%s
dispatcher:
  provider: scripted
planner:
  provider: scripted
qa_gates:
  custom:
    - name: whole
      command: "sh '%s' '%s' whole 0.2"
safety:
  max_parallel: 4
  max_retries_per_task: 2
"""
STATUS = """\
# Status: %s

## Active Work

| ID | Task | Status |
|----|------|--------|
| 900 | Something of the user's | doing |
"""

# What Lindy may write below .git: its own refs with their logs, worktrees, new objects, and lines of info/exclude.
OURS = (
    "objects/",
    "worktrees/",
    "refs/lindy/",
    "refs/heads/af/",
    "logs/refs/lindy/",
    "logs/refs/heads/af/",
)
FOLDERS_OF_OURS = ("worktrees", "refs/lindy", "refs/heads/af", "logs/refs/lindy", "logs/refs/heads/af")
EXCLUDE = "info/exclude"


class Project:
    """A repository of three modules with everything in it that a user may have: staged, changed and untracked
    files, a stash, a hook, another branch, a tag, a remote branch, packed refs."""

    def __init__(self, root, notes, environment):
        self.root = root
        self._environment = environment
        root.mkdir()
        self.git("init", "--quiet", "--initial-branch=main")
        self.git("config", "user.name", "A User")
        self.git("config", "user.email", "user@example.invalid")
        self._write("orchestrator.yaml", CONFIG % (self._modules(), notes / "gate.sh", notes / "gates-whole"))
        for module in MODULES:
            self._write(module + "/STATUS.md", STATUS % module)
            self._write(module + "/code.txt", "one\n")
        self.git("add", "--all")
        self.git("commit", "--quiet", "-m", "First")
        self.git("tag", "v1")
        self.git("branch", "other")
        self.git("update-ref", "refs/remotes/origin/main", "HEAD")
        self.git("pack-refs", "--all")
        self._write("api/code.txt", "stashed\n")
        self.git("stash", "--quiet")
        self._write("web/code.txt", "staged\n")
        self.git("add", "web/code.txt")
        self._write("lib/code.txt", "changed\n")
        self._write("notes.txt", "untracked\n")
        hook = root / ".git" / "hooks" / "post-commit"
        hook.parent.mkdir(exist_ok=True)
        hook.write_text("#!/bin/sh\nexit 0\n")
        hook.chmod(0o755)
        self.base = self.git("rev-parse", "HEAD")
        self._before = self.picture()

    @staticmethod
    def _modules():
        return "\n".join("  - name: %s\n    path: %s" % (module, module) for module in MODULES)

    def _write(self, path, text):
        file = self.root / path
        file.parent.mkdir(exist_ok=True)
        file.write_text(text)

    def git(self, *words):
        """Standard output without the last line break; a failure is one of this program."""
        environment = dict(self._environment, GIT_OPTIONAL_LOCKS="0")
        done = subprocess.run(["git", *words], cwd=self.root, env=environment, capture_output=True, text=True)
        if done.returncode:
            raise RuntimeError("git %s failed: %s" % (" ".join(words), done.stderr))
        return done.stdout.rstrip("\n")

    def files(self, commit):
        """Contents of all files of a commit."""
        names = self.git("ls-tree", "-r", "--name-only", commit).splitlines()
        return {name: self.git("show", "%s:%s" % (commit, name)) for name in names}

    # ---- what is the user's

    def picture(self):
        """Hashes of all files and links that are not ours, with their modes; all objects there are."""
        found = {}
        for folder, names, files in os.walk(self.root):
            for name in files + [one for one in names if os.path.islink(os.path.join(folder, one))]:
                path = os.path.join(folder, name)
                short = os.path.relpath(path, self.root)
                if self._is_of_the_user(short):
                    found[short] = _hash(path)
            for name in names:
                short = os.path.relpath(os.path.join(folder, name), self.root)
                if short.startswith(".git/") and self._is_of_the_user(short + "/"):
                    found.setdefault(short + "/", "folder")
        return found

    @staticmethod
    def _is_of_the_user(short):
        if short == ".git/" + EXCLUDE:
            return False
        if short.startswith(".git/"):
            inner = short[len(".git/") :]
            return not inner.startswith(OURS) and inner.rstrip("/") not in FOLDERS_OF_OURS
        return not short.startswith(".orchestrator/")

    def changes(self):
        """What is not as it was, one line each."""
        after = self.picture()
        lines = []
        for name in sorted(set(self._before) | set(after)):
            if name not in after:
                lines.append("gone: " + name)
            elif name not in self._before:
                lines.append("new: " + name)
            elif self._before[name] != after[name]:
                lines.append("changed: " + name)
        return lines

    def locks(self):
        """Lock files of git that somebody left behind."""
        found = (self.root / ".git").rglob("*.lock")
        return [str(path.relative_to(self.root)) for path in found]


def _hash(path):
    if os.path.islink(path):
        return "link " + os.readlink(path)
    try:
        with open(path, "rb") as file:
            return "%o %s" % (os.stat(path).st_mode, hashlib.sha256(file.read()).hexdigest())
    except FileNotFoundError:
        return "gone meanwhile"

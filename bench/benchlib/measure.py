"""Runs commands and reads what they cost."""

import os
import signal
import statistics
import subprocess
import time
from dataclasses import dataclass

TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Done:
    """A finished command: seconds of wall and CPU (its own and of all it waited for), the largest resident MiB."""

    code: int
    wall: float
    cpu: float
    rss: float
    stdout: str
    stderr: str


def run(words, cwd, env, timeout=900):
    """Runs a command to its end; one that takes too long is killed and has exit code -9."""
    started = time.monotonic()
    out, err = os.memfd_create("out"), os.memfd_create("err")
    process = subprocess.Popen(words, cwd=cwd, env=env, stdin=subprocess.DEVNULL, stdout=out, stderr=err)
    code, usage = _wait(process.pid, started + timeout)
    process.returncode = code
    wall = time.monotonic() - started
    return Done(code, wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, _text(out), _text(err))


def _wait(pid, deadline):
    delay = 0.0005
    while True:
        ended, status, usage = os.wait4(pid, os.WNOHANG)
        if ended:
            return os.waitstatus_to_exitcode(status), usage
        if time.monotonic() > deadline:
            os.kill(pid, signal.SIGKILL)
            _, status, usage = os.wait4(pid, 0)
            return os.waitstatus_to_exitcode(status), usage
        time.sleep(delay)
        delay = min(0.005, delay * 1.2)


def _text(descriptor):
    with os.fdopen(descriptor, "rb") as file:
        file.seek(0)
        return file.read().decode("utf-8", "replace")


def cpu_of(pid):
    """Seconds of CPU of a process and all it waited for; 0 where it is gone."""
    try:
        with open(f"/proc/{pid}/stat", encoding="utf-8") as file:
            fields = file.read().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return sum(int(field) for field in fields[11:15]) / TICKS


def peak_rss(pid):
    """The largest resident MiB of a process so far; 0 where it is gone."""
    try:
        with open(f"/proc/{pid}/status", encoding="utf-8") as file:
            for line in file:
                if line.startswith("VmHWM:"):
                    return int(line.split()[1]) / 1024
    except OSError:
        pass
    return 0.0


def load():
    """The 1-minute load average."""
    return os.getloadavg()[0]


def median(values):
    """The median, or None of nothing."""
    known = [value for value in values if value is not None]
    return statistics.median(known) if known else None


def processes_with(variable, value):
    """Ids of all processes that have this variable with this value in their environment."""
    wanted = f"{variable}={value}".encode()
    found = []
    for name in os.listdir("/proc"):
        if name.isdigit() and int(name) != os.getpid():
            try:
                with open(f"/proc/{name}/environ", "rb") as file:
                    if wanted in file.read().split(b"\0"):
                        found.append(int(name))
            except OSError:
                continue
    return found


def until(condition, seconds, what):
    """Waits for a condition; TimeoutError names what did not come."""
    deadline = time.monotonic() + seconds
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > deadline:
            raise TimeoutError(f"{what} did not come within {seconds:g} s")
        time.sleep(0.02)



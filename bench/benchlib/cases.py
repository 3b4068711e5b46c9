"""The plans that are measured."""

from dataclasses import dataclass, field

GATE_TRUE = {"gate": "command_check", "params": {"command": "true"}}
GATE_FALSE = {"gate": "command_check", "params": {"command": "false"}}


@dataclass(frozen=True)
class Task:
    """A task: what its agent does is said by tokens."""

    id: int
    module: str
    tokens: str = ""
    after: tuple = ()
    gates: tuple = ()
    size: str | None = None

    def json(self, sizes):
        line = f"TAG=t{self.id} IN={self.module} {self.tokens}".strip()
        task = {
            "id": self.id, "module": self.module, "description": f"task {self.id}", "prompt": line,
            "generator_prompt": line,
            "depends_on": list(self.after), "priority": 0, "skip_qa": False, "qa_checks": list(self.gates),
            "status": "pending",
        }
        if sizes and self.size:
            task["size"] = self.size
        return task


@dataclass(frozen=True)
class Case:
    """A plan with the seconds that it needs at best."""

    name: str
    tasks: tuple
    ideal: float
    sizes: bool = False
    exit_codes: tuple = (0,)
    files: tuple = field(default=())

    def json(self):
        return {"goal": f"Bench {self.name}", "tasks": [task.json(self.sizes) for task in self.tasks]}


def _module(number):
    return "a" if number % 2 == 1 else "b"


def _wide(name, long_one, sizes=False):
    return Case(name, tuple(
        Task(n, _module(n), f"SLEEP={6 if n == long_one else 1}", size="l" if n == long_one else "s")
        for n in range(1, 13)), 6.0, sizes)


def _ragged():
    seconds = {1: 4, 3: 1, 5: 4, 7: 1, 2: 1, 4: 4, 6: 1, 8: 4}
    return Case("ragged", tuple(
        Task(n, _module(n), f"SLEEP={seconds[n]}", (n - 2,) if n > 2 else ()) for n in range(1, 9)), 10.0)


def _layered(name, layers, width, gates, tokens=""):
    tasks = []
    for n in range(1, layers * width + 1):
        first = (n - 1) // width * width + 1
        after = tuple(range(first - width, first)) if first > 1 else ()
        tasks.append(Task(n, _module(n), tokens.format(n=n), after, gates))
    return Case(name, tuple(tasks), 0.0)


def _chain(length):
    return Case(f"chain{length}", tuple(
        Task(n, _module(n), "", (n - 1,) if n > 1 else ()) for n in range(1, length + 1)), 0.0)


def _scale(count):
    return Case(f"scale{count}", tuple(Task(n, _module(n)) for n in range(1, count + 1)), 0.0)


def _merge(count):
    return Case(f"merge{count}", tuple(
        Task(n, _module(n), f"WRITE=t{n}.txt") for n in range(1, count + 1)), 0.0,
        files=tuple(f"t{n}.txt" for n in range(1, count + 1)))


MAKESPAN = [
    _ragged(),
    _wide("wide12", 12),
    _wide("wide12first", 1),
    _wide("wide12sizes", 12, sizes=True),
]
PER_TASK = [
    _layered("layered30", 6, 5, (GATE_TRUE,)),
    _layered("layered30w", 6, 5, (GATE_TRUE,), "WRITE=t{n}.txt COMMIT=1"),
    _chain(10),
    _scale(100),
    _merge(100),
    _scale(1000),
]
TRUTH = [
    Case("fail4", (Task(1, "a", "EXIT=1"), Task(2, "b", "", (1,)), Task(3, "a", "", (2,)), Task(4, "b")), 0.0,
         exit_codes=(1,)),
    Case("iserr", (Task(1, "a", "ISERR=1"), Task(2, "b", "", (1,))), 0.0, exit_codes=(1,)),
    Case("commit3", (
        Task(1, "a", "SLEEP=0.2 WRITE=t1.txt COMMIT=1"), Task(2, "b", "SLEEP=0.2 WRITE=t2.txt COMMIT=1"),
        Task(3, "a", "SLEEP=0.2 WRITE=t3.txt COMMIT=1", (1, 2))), 0.4, files=("t1.txt", "t2.txt", "t3.txt")),
    Case("gate-false", (Task(1, "a", "", (), (GATE_FALSE,)),), 0.0, exit_codes=(1,)),
]
KILLED = [
    Case("kill4", (
        Task(1, "a", "SLEEP=1"), Task(2, "b", "SLEEP=6", (1,)), Task(3, "a", "SLEEP=1", (2,)),
        Task(4, "b", "SLEEP=1", (3,))), 9.0),
    Case("killmid4", (
        Task(1, "a", "SLEEP=0.3"), Task(2, "b", "SLEEP=6"), Task(3, "a", "SLEEP=1", (2,)),
        Task(4, "b", "SLEEP=1", (1, 3))), 8.0),
]
GATE_SECONDS = 3
GATED = 5


def _gated(name, gates):
    return Case(name, tuple(
        Task(n, _module(n), f"WRITE=t{n}.txt COMMIT=1", (n - 1,) if n > 1 else (), gates) for n in range(1, GATED + 1)), 0.0,
        files=tuple(f"t{n}.txt" for n in range(1, GATED + 1)))


#: The same chain without gates and with two of three seconds each, which can run side by side.
UNGATED = _gated("ungated5", ())
TWO_GATES = _gated("gated5", tuple(
    {"gate": "command_check", "params": {"command": f"sleep {GATE_SECONDS} # {n}"}} for n in (1, 2)))
ONE = Case("one", (Task(1, "a"),), 0.0)

ALL = {case.name: case for case in MAKESPAN + PER_TASK + TRUTH + KILLED}

"""Goals of tasks, made from the seed, and the files they must leave."""

import json
from dataclasses import dataclass, field

MODULES = ("api", "web", "lib")


@dataclass
class Task:
    id: int
    module: str
    after: list
    directives: list
    gates: list = field(default_factory=list)
    attempts: int = 1
    files: dict = field(default_factory=dict)

    def json(self):
        return {
            "id": self.id,
            "module": self.module,
            "description": "Task number %d" % self.id,
            "depends_on": self.after,
            "prompt": "\n".join(self.directives),
            "changes": "required",
            "qa_checks": [{"gate": "command_check", "params": {"command": gate}} for gate in self.gates],
        }


@dataclass
class Goal:
    """What one run is to do; `notes` is a folder outside of the project where agents and gates write what they did."""

    number: int
    tasks: list
    notes: object
    planned: bool

    def text(self):
        return "Reach goal %d." % self.number

    def task(self, number):
        return self.tasks[number - 1]

    def log(self, task):
        return self.notes / ("task-%d" % task)

    def write(self, folder):
        """The file that `lindy run` is given, and the option for it: a plan, or a goal that has to be planned."""
        tasks = [task.json() for task in self.tasks]
        if not self.planned:
            file = folder / ("plan-%d.json" % self.number)
            file.write_text(json.dumps({"goal": self.text(), "tasks": tasks}))
            return ("-p", str(file))
        file = folder / ("goal-%d.md" % self.number)
        file.write_text("%s\n\n```plan\n%s\n```\n" % (self.text(), json.dumps({"tasks": tasks})))
        return ("-f", str(file))


GATE = """\
#!/bin/sh
# gate.sh LOG NAME SECONDS [FILE TEXT]: says that it starts and ends, and what it looks at; accepts where FILE is TEXT.
tree=$(git rev-parse 'HEAD^{tree}'):$(git rev-parse --show-prefix)
echo "start $$ $2 $tree" >>"$1"
sleep "$3"
status=0
[ $# -lt 5 ] || [ "$(cat "$4")" = "$5" ] || status=1
echo "end $$ $2 $tree $status" >>"$1"
exit $status
"""


def goal(number, random, notes, tasks=20):
    """Chains, diamonds and tasks that depend on nothing, in a random mixture."""
    notes.mkdir(parents=True)
    (notes / "gate.sh").write_text(GATE)
    shapes = []
    made = 0
    while made < tasks:
        kind = random.choice(("chain", "diamond", "alone"))
        size = {"chain": random.randint(2, 4), "diamond": 4, "alone": 1}[kind]
        size = min(size, tasks - made)
        shapes.append((kind, made + 1, size))
        made += size
    found = []
    for kind, first, size in shapes:
        for place in range(size):
            found.append(_task(first + place, _after(kind, first, place, random), random, notes))
    for one in random.sample(found, max(1, tasks // 6)):
        _reject_once(one, notes, random)
    return Goal(number, found, notes, planned=random.random() < 0.4)


def _after(kind, first, place, random):
    before = []
    if kind == "chain" and place:
        before = [first + place - 1]
    elif kind == "diamond" and place in (1, 2):
        before = [first]
    elif kind == "diamond" and place == 3:
        before = [first + 1, first + 2]
    if not before and first > 1 and random.random() < 0.3:
        # Shapes hang together here and there.
        before = [random.randint(1, first - 1)]
    return before


def _task(number, after, random, notes):
    module = random.choice(MODULES)
    one = Task(number, module, after, ["@start-log %s" % (notes / ("task-%d" % number))])
    seconds = random.uniform(0.3, 3)
    kind = random.choice(("plain", "plain", "twice", "leaves", "tool", "removes"))
    path = "%s/task-%d.txt" % (module, number)
    one.files[path] = "work of %d" % number
    write = "@write %s %s" % (path, one.files[path])
    if kind == "twice":
        second = "%s/more/task-%d.txt" % (module, number)
        one.files[second] = "more work of %d" % number
        one.directives += [
            write,
            "@commit first of %d" % number,
            "@sleep %.2f" % seconds,
            "@write %s %s" % (second, one.files[second]),
            "@commit second of %d" % number,
        ]
    elif kind == "leaves":
        left = "%s/left-%d.txt" % (module, number)
        one.files[left] = "left by %d" % number
        one.directives += [
            "@sleep %.2f" % seconds,
            write,
            "@commit work of %d" % number,
            "@leave %s %s" % (left, one.files[left]),
        ]
    elif kind == "tool":
        one.directives += ["@say I begin", "@tool %.2f" % seconds, write, "@commit work of %d" % number]
    elif kind == "removes":
        gone = "%s/gone-%d.txt" % (module, number)
        one.directives += [
            "@write %s for a moment" % gone,
            "@commit begin %d" % number,
            "@sleep %.2f" % seconds,
            "@remove %s" % gone,
            write,
            "@commit work of %d" % number,
        ]
    else:
        one.directives += ["@sleep %.2f" % seconds, write, "@commit work of %d" % number]
    if random.random() < 0.3:
        one.gates.append(_gate(notes, number, "own", random))
    return one


def _gate(notes, number, name, random, *rest):
    seconds = "%.2f" % random.uniform(0.1, 1.5)
    words = [str(notes / "gate.sh"), str(notes / ("gates-%d" % number)), name, seconds, *rest]
    return "sh " + " ".join("'%s'" % word for word in words)


def _reject_once(one, notes, random):
    """The first attempt of the task leaves a wrong file behind, which a gate sees and the second one mends."""
    path = "%s/checked-%d.txt" % (one.module, one.id)
    one.files[path] = "right"
    one.attempts = 2
    one.gates.append(_gate(notes, one.id, "checks", random, path, "right"))
    one.directives += [
        "@attempt 1 @write %s wrong" % path,
        "@attempt 2+ @write %s right" % path,
        "@commit check of %d" % one.id,
    ]

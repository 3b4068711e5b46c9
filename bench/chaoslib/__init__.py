"""The parts of bench/chaos: Python 3.9 or newer, nothing but its standard library.

main       the command: options, rounds of goals, the end
world      a user's home with a state directory and an engine of its own
table      the host's processes, read from /proc
victims    which process of the product is what, and of which program
killer     when to kill what
user       the person: watches, and starts what a person may start
monitor    looks on: no two agents on a task, how long recovery takes
plans      goals of tasks, made from the seed, and the files they must leave
project    the user's repository, and a picture of everything in it that is not ours
checks     what must be true after a goal
figures    what is counted, and the table at the end
evidence   what is written down about a violation
"""

package dev.lindy.cli.command;

import dev.lindy.cli.problem.UserProblem;

/** How far modules are looked for. */
final class Depth {

    private static final int MOST = 10;

    private Depth() {}

    static int checked(int depth) {
        if (depth < 0 || depth > MOST) {
            throw UserProblem.usage("`--depth` must be 0 to %d: %d".formatted(MOST, depth), null);
        }
        return depth;
    }
}

package dev.lindy.activity;

/** Logic among contracts. */
public final class ControlOfRules {

    int twice(int number) {
        return 2 * number;
    }
}

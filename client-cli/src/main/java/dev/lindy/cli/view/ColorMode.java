package dev.lindy.cli.view;

import java.util.Map;

/** When output is colored. */
public enum ColorMode {
    AUTO,
    ALWAYS,
    NEVER;

    /** The palette for a stream; {@code NO_COLOR}, {@code CLICOLOR_FORCE} and {@code TERM=dumb} count for AUTO. */
    public ColorPalette palette(Map<String, String> environment, boolean terminal) {
        return switch (this) {
            case ALWAYS -> ColorPalette.ANSI;
            case NEVER -> ColorPalette.NONE;
            case AUTO -> automatic(environment, terminal) ? ColorPalette.ANSI : ColorPalette.NONE;
        };
    }

    private static boolean automatic(Map<String, String> environment, boolean terminal) {
        if (!environment.getOrDefault("NO_COLOR", "").isEmpty()) {
            return false;
        }
        if (!environment.getOrDefault("CLICOLOR_FORCE", "0").equals("0")) {
            return true;
        }
        return terminal && !environment.getOrDefault("TERM", "dumb").equals("dumb");
    }
}

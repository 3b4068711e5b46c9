package dev.lindy.project.config;

import java.util.Arrays;
import java.util.regex.Pattern;

/** The rules of {@code git check-ref-format} for the first part of a branch name. */
public final class BranchPrefix {
    private static final Pattern FORBIDDEN = Pattern.compile("[\\x00-\\x20\\x7f~^:?*\\[\\\\]|\\.\\.|@\\{");

    private BranchPrefix() {}

    public static boolean isValid(String prefix) {
        return !prefix.isEmpty()
                && !prefix.startsWith("-")
                && !prefix.equals("@")
                && !FORBIDDEN.matcher(prefix).find()
                && Arrays.stream(prefix.split("/", -1)).allMatch(BranchPrefix::isValidPart);
    }

    private static boolean isValidPart(String part) {
        return !part.isEmpty() && !part.startsWith(".") && !part.endsWith(".") && !part.endsWith(".lock");
    }
}

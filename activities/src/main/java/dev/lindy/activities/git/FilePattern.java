package dev.lindy.activities.git;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A pattern of the original's kind: {@code *}, {@code ?}, {@code [abc]} and {@code [!abc]}, where {@code *} also crosses
 * folders; it is held against a file's name and against its path from the top of the repository.
 */
final class FilePattern {

    private final Pattern regex;

    private FilePattern(Pattern regex) {
        this.regex = regex;
    }

    static FilePattern of(String glob) {
        StringBuilder regex = new StringBuilder();
        for (int n = 0; n < glob.length(); n++) {
            char c = glob.charAt(n);
            int close = c == '[' ? glob.indexOf(']', Math.min(n + 2, glob.length())) : -1;
            if (close > 0) {
                regex.append(set(glob.substring(n + 1, close)));
                n = close;
            } else {
                regex.append(single(c));
            }
        }
        return new FilePattern(Pattern.compile(regex.toString(), Pattern.DOTALL));
    }

    private static String single(char c) {
        return switch (c) {
            case '*' -> ".*";
            case '?' -> ".";
            default -> Pattern.quote(String.valueOf(c));
        };
    }

    private static String set(String content) {
        boolean negated = content.startsWith("!");
        String members = (negated ? content.substring(1) : content).replaceAll("([\\\\\\[\\]^&~])", "\\\\$1");
        return (negated ? "[^" : "[") + members + "]";
    }

    static List<FilePattern> all(List<String> globs) {
        return globs.stream().map(FilePattern::of).toList();
    }

    boolean matches(String path) {
        return regex.matcher(path).matches()
                || regex.matcher(path.substring(path.lastIndexOf('/') + 1)).matches();
    }
}

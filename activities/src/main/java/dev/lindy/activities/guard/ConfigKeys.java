package dev.lindy.activities.guard;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a setting of a repository's config means for its owner. Keys are as {@code git config --list} prints them. */
final class ConfigKeys {

    /** Sections that decide what a repository is, who commits, what programs git runs and whom it talks to. */
    private static final Set<String> GUARDED_SECTIONS = Set.of(
            "alias",
            "author",
            "browser",
            "commit",
            "committer",
            "core",
            "credential",
            "difftool",
            "extensions",
            "filter",
            "gpg",
            "hook",
            "http",
            "include",
            "includeif",
            "init",
            "instaweb",
            "interactive",
            "man",
            "mergetool",
            "pager",
            "protocol",
            "safe",
            "sendemail",
            "sequence",
            "ssh",
            "tar",
            "trailer",
            "transfer",
            "uploadpack",
            "url",
            "user",
            "web");

    private static final Pattern GUARDED = Pattern.compile(
            "diff\\.(.*\\.)?(external|command|textconv)|merge\\..*\\.driver|submodule\\..*\\.update|remote\\..*");

    /** What {@code git branch}, {@code git push -u} and {@code git submodule} write. */
    private static final Pattern EVERYDAY = Pattern.compile("branch\\..*|submodule\\..*\\.(url|active)");

    private ConfigKeys() {}

    /**
     * Whether a change by an agent must not stay.
     *
     * @param isNew whether nothing of the key's section was there before
     */
    static boolean isGuarded(String key, boolean isNew) {
        String lower = key.toLowerCase(Locale.ROOT);
        if (lower.startsWith("remote.") && isNew) {
            return false;
        }
        int dot = lower.indexOf('.');
        return GUARDED_SECTIONS.contains(dot < 0 ? lower : lower.substring(0, dot))
                || GUARDED.matcher(lower).matches();
    }

    /** Whether nobody has to hear of a change. */
    static boolean isEveryday(String key) {
        return EVERYDAY.matcher(key).matches();
    }

    /** The key without its last part. */
    static String section(String key) {
        int dot = key.lastIndexOf('.');
        return dot < 0 ? key : key.substring(0, dot);
    }
}

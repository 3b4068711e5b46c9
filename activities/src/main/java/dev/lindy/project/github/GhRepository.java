package dev.lindy.project.github;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A repository on a GitHub.
 *
 * @param host with the port where it is not the usual one; empty for the one that {@code gh} takes by itself
 * @param name {@code owner/name}
 */
public record GhRepository(String host, String name) {

    private static final String PART = "[A-Za-z0-9_][\\w.-]*";
    private static final String NAME = "(" + PART + "/" + PART + "?)(?:\\.git)?/?";
    private static final Pattern WRITTEN = Pattern.compile("(?:(?:https://)?([\\w.-]+(?::\\d+)?)/)?" + NAME);
    private static final Pattern HTTP = Pattern.compile("https?://(?:[^/@]*@)?([\\w.-]+(?::\\d+)?)/" + NAME);
    private static final Pattern SSH = Pattern.compile("(?:ssh|git)://(?:[^/@]*@)?([\\w.-]+)(?::\\d+)?/" + NAME);
    private static final Pattern SCP = Pattern.compile("(?:[\\w.-]+@)?([\\w.-]+):" + NAME);

    /** As people write it: {@code owner/name}, with {@code host/} before it or as an address of the web. */
    public static Optional<GhRepository> parse(String text) {
        Matcher written = WRITTEN.matcher(text.strip());
        if (!written.matches()) {
            return Optional.empty();
        }
        String host = written.group(1);
        return Optional.of(new GhRepository(host == null ? "" : host, written.group(2)));
    }

    /** The one behind the address of a remote; empty for a folder or an address of another form. */
    public static Optional<GhRepository> ofRemote(String address) {
        for (Pattern form : new Pattern[] {HTTP, SSH, SCP}) {
            Matcher matcher = form.matcher(address.strip());
            if (matcher.matches()) {
                return Optional.of(new GhRepository(matcher.group(1), matcher.group(2)));
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return host.isEmpty() ? name : host + "/" + name;
    }
}

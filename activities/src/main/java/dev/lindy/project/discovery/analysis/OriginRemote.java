package dev.lindy.project.discovery.analysis;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The address of a repository, of which only {@code owner/name} is ever kept: it may hold a password. */
public final class OriginRemote {

    private static final Pattern URL =
            Pattern.compile("(?:https?|ssh|git)://(?:[^/@]*@)?[^/@]+/([\\w.-]+)/([\\w.-]+?)(?:\\.git)?/?");
    private static final Pattern SCP = Pattern.compile("(?:[\\w.-]+@)?[\\w.-]+:([\\w.-]+)/([\\w.-]+?)(?:\\.git)?/?");

    private OriginRemote() {}

    /** {@code owner/name}, or empty where the address has none. */
    public static String slug(String address) {
        Matcher url = URL.matcher(address.strip());
        if (url.matches()) {
            return url.group(1) + "/" + url.group(2);
        }
        Matcher scp = SCP.matcher(address.strip());
        return scp.matches() ? scp.group(1) + "/" + scp.group(2) : "";
    }
}

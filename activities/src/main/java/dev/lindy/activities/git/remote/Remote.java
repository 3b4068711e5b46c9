package dev.lindy.activities.git.remote;

import dev.lindy.activities.git.GitBinary;
import dev.lindy.activities.git.GitFailed;
import dev.lindy.activities.git.GitOutput;
import dev.lindy.text.SafeText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The remote {@code origin} of a repository. It is called by its address, so that no ref of the user moves; hooks
 * and questions are off.
 */
public final class Remote {

    /** Limit of a push; a look at the refs has the same. */
    private static final Duration LIMIT = Duration.ofMinutes(4);

    private static final String HEADS = "refs/heads/";
    private static final int MAX_MESSAGE = 300;

    private final GitBinary git;
    private final Path folder;
    private final String address;
    private final Map<String, String> variables;
    private final List<String> settings;

    private Remote(GitBinary git, Path folder, String address, Map<String, String> variables, List<String> settings) {
        this.git = git;
        this.folder = folder;
        this.address = address;
        this.variables = variables;
        this.settings = settings;
    }

    /**
     * The remote where pushes go, or empty where there is none.
     *
     * @param environment with what the caller is known by at the remote
     * @param hasGh whether {@code gh} may be asked for a password where nobody else has one
     */
    public static Optional<Remote> origin(Path folder, Map<String, String> environment, boolean hasGh) {
        GitBinary git = GitBinary.in(environment).within(LIMIT);
        Optional<String> address =
                setting(git, folder, "remote.origin.pushurl").or(() -> setting(git, folder, "remote.origin.url"));
        return address.map(found -> new Remote(
                git,
                folder,
                found,
                variables(environment, setting(git, folder, "core.sshCommand").isPresent()),
                hasGh && found.startsWith("https://")
                        ? List.of("-c", "credential.helper=!gh auth git-credential")
                        : List.of()));
    }

    private static Optional<String> setting(GitBinary git, Path folder, String key) {
        GitOutput output = git.run(folder, List.of("config", "--get", key), null, Map.of());
        String value = new String(output.stdout(), StandardCharsets.UTF_8).strip();
        return output.succeeded() && !value.isEmpty() ? Optional.of(value) : Optional.empty();
    }

    /** Nobody is there to answer a question of ssh; who has an own command for it has thought of that. */
    private static Map<String, String> variables(Map<String, String> environment, boolean hasCommand) {
        boolean isOwn = hasCommand || environment.containsKey("GIT_SSH_COMMAND") || environment.containsKey("GIT_SSH");
        return isOwn ? Map.of() : Map.of("GIT_SSH_COMMAND", "ssh -o BatchMode=yes -o ConnectTimeout=30");
    }

    /** As git has it; may hold a password. */
    public String address() {
        return address;
    }

    /**
     * The commits of those branches that are there.
     *
     * @throws RemoteException where the remote cannot be asked
     */
    public Map<String, String> heads(List<String> branches) throws RemoteException {
        List<String> arguments = new ArrayList<>(List.of("ls-remote", "--refs", "--", address));
        branches.forEach(branch -> arguments.add(HEADS + branch));
        GitOutput output = run(arguments);
        if (!output.succeeded()) {
            throw RemoteException.of(output.stderr(), complaint(output));
        }
        Map<String, String> heads = new LinkedHashMap<>();
        new String(output.stdout(), StandardCharsets.UTF_8).lines().forEach(line -> {
            String[] parts = line.split("\t", 2);
            if (parts.length == 2 && parts[1].startsWith(HEADS)) {
                heads.put(parts[1].substring(HEADS.length()), parts[0]);
            }
        });
        return heads;
    }

    /**
     * Makes the branch point to the commit, only where it still is what we know of.
     *
     * @param expected commit that the branch has there, or null where it must not be there
     * @throws RemoteException where the remote cannot be asked, or has changed its mind meanwhile
     */
    public PushAnswer push(String commit, String branch, @Nullable String expected) throws RemoteException {
        String ref = HEADS + branch;
        GitOutput output = run(List.of(
                "push",
                "--porcelain",
                "--no-verify",
                "--no-follow-tags",
                "--no-signed",
                "--no-recurse-submodules",
                "--force-with-lease=" + ref + ":" + (expected == null ? "" : expected),
                "--",
                address,
                commit + ":" + ref));
        return PushAnswer.read(output, complaint(output));
    }

    private GitOutput run(List<String> arguments) throws RemoteException {
        List<String> all = new ArrayList<>(settings);
        all.addAll(arguments);
        try {
            return git.run(folder, all, null, variables);
        } catch (GitFailed failed) {
            // its message names the address
            throw new RemoteException(true, "no answer within " + LIMIT.toSeconds() + " s");
        }
    }

    /** The first line that says something: the last ones of git are the same for all troubles with a remote. */
    private String complaint(GitOutput output) {
        String first = output.stderr()
                .lines()
                .map(String::strip)
                .filter(line ->
                        !line.isEmpty() && !line.toLowerCase(Locale.ROOT).startsWith("warning:"))
                .findFirst()
                .orElse("exit status " + output.exit());
        String plain =
                first.replaceFirst("^(?:fatal|error|ERROR|remote): *", "").replace(address, "origin");
        return SafeText.line(plain, MAX_MESSAGE);
    }
}

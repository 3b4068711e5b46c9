package dev.lindy.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All that a user has in a checkout, to be compared before and after. */
final class Checkout {

    private Checkout() {}

    /** Files with the hash of their bytes (index, HEAD, config and hooks among them), the user's refs, the stash. */
    static Map<String, String> of(GitProject project) {
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(project.root())) {
            files.filter(Files::isRegularFile).forEach(file -> {
                String name = project.root().relativize(file).toString();
                if (isOfTheUser(name)) {
                    found.put(name, hash(file));
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        project.git("for-each-ref", "--format=%(refname) %(objectname)", "refs/heads", "refs/tags", "refs/remotes")
                .lines()
                .filter(line -> !line.startsWith("refs/heads/af/"))
                .forEach(line -> found.put(line, ""));
        found.put("stash", project.git("stash", "list", "--format=%H %gs"));
        return found;
    }

    private static boolean isOfTheUser(String name) {
        return name.startsWith(".git/")
                ? name.equals(".git/index")
                        || name.equals(".git/HEAD")
                        || name.equals(".git/config")
                        || name.startsWith(".git/hooks/")
                : !name.startsWith(".orchestrator/");
    }

    private static String hash(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

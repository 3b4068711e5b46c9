package dev.lindy.project.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * Reads and writes below a project's root whatever a repository holds there: symbolic links that lead out are not
 * followed, pipes and devices are not opened, and nothing is read without a bound.
 */
public final class ProjectFiles {

    private final Path root;

    public ProjectFiles(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /**
     * The content of a regular file.
     *
     * @throws NoSuchFileException where there is none
     * @throws LeadsOutException where a link leads out of the project
     * @throws FileSystemException where it is no regular file, or larger than that many bytes
     */
    public byte[] read(String path, int max) throws IOException {
        Path file = inside(path);
        if (!Files.readAttributes(file, BasicFileAttributes.class).isRegularFile()) {
            throw new FileSystemException(file.toString(), null, "it is no regular file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(max + 1);
            if (content.length > max) {
                throw new FileSystemException(file.toString(), null, "it is larger than " + size(max));
            }
            return content;
        }
    }

    /**
     * The place that a path really is, links resolved as far as it exists.
     *
     * @throws LeadsOutException where that is outside of the project
     */
    public Path inside(String path) throws IOException {
        Path asked = root.resolve(path).normalize();
        Path real = real(asked);
        if (asked.startsWith(root) && !real.startsWith(root.toRealPath())) {
            throw new LeadsOutException(asked, real);
        }
        return real;
    }

    /** Where a link leads that takes the path out of the project, or empty. */
    public Optional<Path> exit(String path) {
        Path asked = root.resolve(path).normalize();
        try {
            Path real = real(asked);
            return asked.startsWith(root) && !real.startsWith(root.toRealPath()) ? Optional.of(real) : Optional.empty();
        } catch (IOException e) {
            // whoever uses it will say so
            return Optional.empty();
        }
    }

    /** What stands in the way of a folder: a file, or a link that cannot be followed; empty where nothing does. */
    public Optional<String> obstacle(String path) {
        Path place = root;
        for (Path part : root.relativize(root.resolve(path).normalize())) {
            place = place.resolve(part);
            if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.empty();
            }
            if (Files.exists(place) && !Files.isDirectory(place)) {
                return Optional.of("`" + root.relativize(place) + "` is no folder");
            }
            if (isLoop(place)) {
                return Optional.of("`" + root.relativize(place) + "` is a symbolic link that cannot be followed");
            }
        }
        return Optional.empty();
    }

    private static boolean isLoop(Path place) {
        try {
            // links are followed, so the answer is no unless there is none
            return Files.readAttributes(place, BasicFileAttributes.class).isSymbolicLink();
        } catch (NoSuchFileException dangling) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private static String size(int bytes) {
        return bytes % (1 << 20) == 0 ? (bytes >> 20) + " MB" : (bytes >> 10) + " KB";
    }

    /** A link whose target is missing counts as its target: whoever writes there makes it. */
    private static Path real(Path path) throws IOException {
        if (Files.exists(path)) {
            return path.toRealPath();
        }
        Path parent = path.getParent();
        if (parent == null) {
            return path;
        }
        Path here = real(parent).resolve(path.getFileName());
        if (Files.exists(here, LinkOption.NOFOLLOW_LINKS) && Files.isSymbolicLink(here)) {
            return here.resolveSibling(Files.readSymbolicLink(here)).normalize();
        }
        return here;
    }
}

package dev.lindy.activities.finding.output;

import dev.lindy.activities.finding.Findings;
import dev.lindy.activities.finding.FindingsBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Set;

/** Reports in JUnit's XML form that a program left below a folder while it ran. */
public final class ReportFiles extends SimpleFileVisitor<Path> {

    private static final int MAX_DEPTH = 12;
    private static final int MAX_VISITED = 100_000;
    private static final int MAX_FILES = 2_000;
    private static final long MAX_FILE = 16L << 20;
    private static final long MAX_ALL = 64L << 20;
    private static final Set<String> SKIPPED =
            Set.of(".git", "node_modules", ".venv", "venv", ".gradle", ".orchestrator");

    private final Path folder;
    private final Instant from;
    private final Instant to;
    private final FindingsBuilder findings = new FindingsBuilder();
    private final JunitXml reports = new JunitXml(findings);
    private int visited;
    private int files;
    private long bytes;

    private ReportFiles(Path folder, Instant from, Instant to) {
        this.folder = folder;
        this.from = from;
        this.to = to;
    }

    /**
     * What the reports say that were written in this time; links are not followed.
     *
     * @param folder bounded in depth and number of files
     */
    public static Findings of(Path folder, Instant from, Instant to) throws IOException {
        // some file systems keep whole seconds
        ReportFiles files = new ReportFiles(folder, from.minusSeconds(1), to.plusSeconds(1));
        Files.walkFileTree(folder, Set.of(), MAX_DEPTH, files);
        return files.findings.build();
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        return SKIPPED.contains(String.valueOf(folder.getFileName()))
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        if (++visited > MAX_VISITED) {
            findings.incomplete();
            return FileVisitResult.TERMINATE;
        }
        if (attributes.isRegularFile() && isReport(file) && isOfThisTime(attributes)) {
            read(file, attributes.size());
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
        return FileVisitResult.CONTINUE;
    }

    private void read(Path file, long size) throws IOException {
        bytes += size;
        if (++files > MAX_FILES || size > MAX_FILE || bytes > MAX_ALL) {
            findings.incomplete();
            return;
        }
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            reports.read(in);
        }
    }

    private boolean isOfThisTime(BasicFileAttributes attributes) {
        Instant written = attributes.lastModifiedTime().toInstant();
        return !written.isBefore(from) && !written.isAfter(to);
    }

    private boolean isReport(Path file) {
        String name = String.valueOf(file.getFileName());
        if (!name.endsWith(".xml")) {
            return false;
        }
        String path = "/" + folder.relativize(file);
        return name.startsWith("TEST-")
                || name.startsWith("junit")
                || name.endsWith("junit.xml")
                || name.equals("report.xml")
                || path.contains("/surefire-reports/")
                || path.contains("/failsafe-reports/")
                || path.contains("/test-results/")
                || path.contains("/test-reports/")
                || path.contains("/reports/");
    }
}

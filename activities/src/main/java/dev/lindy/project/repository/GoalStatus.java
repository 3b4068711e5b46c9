package dev.lindy.project.repository;

import dev.lindy.activities.git.GitBinary;
import dev.lindy.activities.git.GitFailed;
import dev.lindy.activities.git.GitOutput;
import dev.lindy.activities.git.GitProblem;
import dev.lindy.project.status.ModuleStatus;
import dev.lindy.project.status.StatusReader;
import dev.lindy.project.status.StatusText;
import dev.lindy.run.RunId;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The STATUS.md files that the goal branch of a run holds. Asks git twice at most and changes nothing. */
public final class GoalStatus {

    private static final Map<String, String> NO_LOCKS = Map.of("GIT_OPTIONAL_LOCKS", "0");

    private final Path projectRoot;
    private final GitBinary git;

    private GoalStatus(Path projectRoot, GitBinary git) {
        this.projectRoot = projectRoot;
        this.git = git;
    }

    /**
     * Reads them.
     *
     * @param files paths from the project root
     * @return by path; without those that the branch does not hold, empty where there is no such branch
     */
    public static Map<String, ModuleStatus> read(
            Path projectRoot, RunId run, List<String> files, Map<String, String> callerEnvironment) {
        try {
            return new GoalStatus(projectRoot, GitBinary.in(callerEnvironment)).read("refs/lindy/goal/" + run, files);
        } catch (GitProblem | GitFailed unusable) {
            return Map.of();
        }
    }

    private Map<String, ModuleStatus> read(String ref, List<String> files) {
        List<String> list = new ArrayList<>(List.of("ls-tree", "-l", "-z", ref, "--"));
        list.addAll(files);
        GitOutput listing = git.run(projectRoot, list, null, NO_LOCKS);
        Map<String, ModuleStatus> found = new LinkedHashMap<>();
        Map<String, String> ids = new LinkedHashMap<>();
        for (String record : listing.succeeded() ? listing.records() : List.<String>of()) {
            int tab = record.indexOf('\t');
            // mode type id size
            String[] part = record.substring(0, tab).split(" +", 4);
            String path = record.substring(tab + 1);
            if (!part[0].startsWith("100")) {
                found.put(path, ModuleStatus.unreadable("it is no regular file"));
            } else if (part[3].length() > 9 || Integer.parseInt(part[3]) > StatusReader.MAX_BYTES) {
                found.put(path, ModuleStatus.unreadable("the file is too large"));
            } else {
                ids.put(path, part[2]);
            }
        }
        found.putAll(contents(ids));
        return found;
    }

    private Map<String, ModuleStatus> contents(Map<String, String> ids) {
        Map<String, ModuleStatus> found = new LinkedHashMap<>();
        if (ids.isEmpty()) {
            return found;
        }
        byte[] wanted = (String.join("\n", ids.values()) + "\n").getBytes(StandardCharsets.US_ASCII);
        byte[] all = git.run(projectRoot, List.of("cat-file", "--batch=%(objectsize)"), wanted, NO_LOCKS)
                .stdout();
        int start = 0;
        for (String path : ids.keySet()) {
            int end = start;
            while (end < all.length && all[end] != '\n') {
                end++;
            }
            String size = new String(all, start, end - start, StandardCharsets.US_ASCII);
            boolean isWhole = size.matches("\\d{1,9}") && end + 1 + Integer.parseInt(size) <= all.length;
            if (!isWhole) {
                found.put(path, ModuleStatus.unreadable("git does not find its content"));
                start = Math.min(end + 1, all.length);
            } else {
                found.put(path, status(all, end + 1, Integer.parseInt(size)));
                start = Math.min(end + 1 + Integer.parseInt(size) + 1, all.length);
            }
        }
        return found;
    }

    private static ModuleStatus status(byte[] all, int start, int size) {
        byte[] content = Arrays.copyOfRange(all, start, start + size);
        try {
            return StatusReader.parse(StatusText.decode(content));
        } catch (CharacterCodingException e) {
            return ModuleStatus.unreadable("the file is not UTF-8 text");
        }
    }
}

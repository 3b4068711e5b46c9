package dev.lindy.project.tracker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Issues on GitHub, through the {@code gh} program and its login. Every call tells what did not work. */
public final class GitHubIssues {

    /** What may be asked for in {@link #list}. */
    public static final List<String> STATES = List.of("open", "closed", "all");

    private static final String FIELDS = "number,title,body,labels,state,url";
    private static final Pattern NUMBER = Pattern.compile("#?([1-9][0-9]{0,9})");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final GhCommand gh;

    /**
     * Issues of one repository.
     *
     * @param repository {@code owner/name}, or empty for the one that the directory is in
     */
    public GitHubIssues(Path directory, Map<String, String> callerEnvironment, String repository) {
        this.gh = new GhCommand(directory, callerEnvironment, repository);
    }

    /**
     * Issues that have all these labels, newest first.
     *
     * @param state one of {@link #STATES}
     */
    public List<Issue> list(List<String> labels, String state, int limit) throws TrackerException {
        List<String> arguments = new ArrayList<>(
                List.of("issue", "list", "--state", state, "--limit", Integer.toString(limit), "--json", FIELDS));
        if (!labels.isEmpty()) {
            arguments.addAll(List.of("--label", String.join(",", labels)));
        }
        JsonNode json = json("list issues", arguments);
        List<Issue> issues = new ArrayList<>();
        json.forEach(issue -> issues.add(Issue.of(issue)));
        return issues;
    }

    /**
     * One issue, open or not.
     *
     * @param id a number, with or without {@code #}
     */
    public Issue find(String id) throws TrackerException {
        String number = number(id);
        Issue issue = Issue.of(json("read issue " + number, List.of("issue", "view", number, "--json", FIELDS)));
        if (!issue.id().equals(number)) {
            throw new TrackerException("could not read issue " + number + ": `gh` answered with another one", null);
        }
        return issue;
    }

    public void comment(Issue issue, String text) throws TrackerException {
        gh.run("comment on issue " + issue.id(), text, "issue", "comment", issue.id(), "--body-file", "-");
    }

    public void close(Issue issue) throws TrackerException {
        gh.run("close issue " + issue.id(), "", "issue", "close", issue.id());
    }

    private static String number(String id) throws TrackerException {
        Matcher matcher = NUMBER.matcher(id.strip());
        if (!matcher.matches()) {
            throw new TrackerException("`" + id + "` is no number of an issue", "see the issues with `lindy issues`");
        }
        return matcher.group(1);
    }

    private JsonNode json(String doing, List<String> arguments) throws TrackerException {
        try {
            return JSON.readTree(gh.run(doing, "", arguments.toArray(String[]::new)));
        } catch (JsonProcessingException e) {
            throw new TrackerException("could not " + doing + ": `gh` did not answer with JSON", null, e);
        }
    }
}

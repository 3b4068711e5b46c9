package dev.lindy.project.discovery.scaffold;

import dev.lindy.project.discovery.analysis.ProjectProfile;
import dev.lindy.project.discovery.interview.Answers;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an agent proposes, or everything that is wrong with its answer.
 *
 * @param profile null where there are problems
 * @param answers likewise
 * @param problems one sentence each, for the agent and for people
 */
public record ScaffoldAnswer(
        @Nullable ProjectProfile profile, @Nullable Answers answers, List<String> problems) {

    public ScaffoldAnswer {
        problems = List.copyOf(problems);
    }

    /** Reads an answer: the first JSON object in it, whatever stands around it. Never throws for what it says. */
    public static ScaffoldAnswer read(String answer) {
        return new ScaffoldReader().read(answer);
    }
}

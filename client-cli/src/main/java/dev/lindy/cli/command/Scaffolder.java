package dev.lindy.cli.command;

import dev.lindy.cli.problem.ExitCode;
import dev.lindy.cli.problem.UserProblem;
import dev.lindy.cli.view.Console;
import dev.lindy.cli.view.Sanitizer;
import dev.lindy.cli.view.Words;
import dev.lindy.engine.AgentAnswer;
import dev.lindy.engine.AgentInquiry;
import dev.lindy.project.discovery.analysis.ProjectProfile;
import dev.lindy.project.discovery.interview.Answers;
import dev.lindy.project.discovery.scaffold.ScaffoldAnswer;
import dev.lindy.project.discovery.scaffold.ScaffoldPrompt;
import dev.lindy.state.CallerEnvironment;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Has an agent propose a project; an answer that does not hold together is asked for again, with what is wrong. */
final class Scaffolder {

    /** Requests in all. */
    private static final int MAX_REQUESTS = 3;

    /** Limit of one request, in seconds. */
    private static final int LIMIT = 300;

    private final CommandContext context;
    private final String agent;

    Scaffolder(CommandContext context, String agent) {
        this.context = context;
        this.agent = agent;
    }

    /** @param directory where the agent looks around; it changes nothing there */
    Proposal propose(String description, Path directory) {
        Console console = context.console();
        CallerEnvironment caller = CallerEnvironment.capture(context.caller().environment(), List.of());
        List<String> problems = List.of();
        double cost = 0;
        for (int request = 1; request <= MAX_REQUESTS; request++) {
            console.info("asking `%s` for modules, request %d of %d".formatted(agent, request, MAX_REQUESTS));
            AgentAnswer answer = context.desk()
                    .ask(
                            new AgentInquiry(
                                    agent,
                                    ScaffoldPrompt.text(description, problems),
                                    ScaffoldPrompt.schema(),
                                    directory.toString(),
                                    LIMIT),
                            caller);
            cost += answer.costUsd();
            if (answer.failure() != null) {
                throw UserProblem.of(
                        ExitCode.INVALID, "no proposal: " + Sanitizer.line(answer.failure()), answer.hint());
            }
            ScaffoldAnswer read = ScaffoldAnswer.read(answer.text());
            ProjectProfile profile = read.profile();
            Answers answers = read.answers();
            if (profile != null && answers != null) {
                console.info("the proposal cost " + Words.dollars(cost));
                return new Proposal(profile, answers, Optional.empty());
            }
            problems = read.problems();
        }
        throw UserProblem.invalid(problems.stream()
                .map(problem ->
                        new UserProblem.Line("the answer of `%s`: %s".formatted(agent, Sanitizer.line(problem)), null))
                .toList());
    }
}

package dev.lindy.activities.ci;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lindy.activities.ci.CiPicture.Meaning;
import dev.lindy.activities.gate.GateCase;
import dev.lindy.activities.git.remote.Remote;
import dev.lindy.activity.CiAnswer;
import dev.lindy.project.config.CiParams;
import dev.lindy.project.github.Gh;
import dev.lindy.project.github.GhApi;
import dev.lindy.project.github.GhProblem;
import dev.lindy.project.github.GhRepository;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One look at the runs of one commit. */
final class CiLook {

    private static final int SHORT_ID = 10;

    private final GateCase gate;
    private final Gh gh;
    private final String branch;
    private final Clock clock;
    private final CiParams params;
    private final CiVerdicts verdicts;

    /** @param branch short name at the remote */
    CiLook(GateCase gate, Gh gh, String branch, Clock clock) {
        this.gate = gate;
        this.gh = gh;
        this.branch = branch;
        this.clock = clock;
        params = gate.gate().ci();
        verdicts = new CiVerdicts(gate);
    }

    CiAnswer at(Duration waited) {
        Optional<GhRepository> repository = repository();
        if (repository.isEmpty()) {
            return verdicts.broken("nobody says which GitHub repository runs CI; set `modules[].repo` to `owner/name`");
        }
        GhApi github = new GhApi(gh, repository.get(), clock);
        try {
            JsonNode runs = github.json("actions/runs?per_page=100&head_sha=" + commit() + "&branch="
                    + URLEncoder.encode(branch, StandardCharsets.UTF_8));
            return judge(github, CiPicture.of(runs, commit(), params.workflows()), waited);
        } catch (GhProblem problem) {
            return answer(problem, waited);
        }
    }

    private Optional<GhRepository> repository() {
        return params.repository().isBlank()
                ? Remote.origin(gate.repository().topLevel(), gate.run().ciEnvironment(), false)
                        .flatMap(remote -> GhRepository.ofRemote(remote.address()))
                : GhRepository.parse(params.repository());
    }

    private CiAnswer judge(GhApi github, CiPicture picture, Duration waited) throws GhProblem {
        Map<String, CiRun> bad = picture.completed(Meaning.BAD);
        if (!bad.isEmpty()) {
            CiFailure failure = CiFailure.of(github, bad);
            return verdicts.rejected(failure.summary(), failure.lines());
        }
        Map<String, CiRun> unclear = picture.completed(Meaning.NOTHING);
        if (!unclear.isEmpty()) {
            return verdicts.broken("CI gave no verdict: " + states(unclear) + "; run it again there");
        }
        if (!picture.missing().isEmpty() && waited.compareTo(params.grace()) >= 0) {
            return verdicts.broken(missing(picture));
        }
        if (picture.missing().isEmpty() && picture.open().isEmpty()) {
            return verdicts.passed(states(picture.newest()));
        }
        String note = picture.open().isEmpty()
                ? "no run of " + names(picture.missing()) + " for " + shortCommit() + " yet"
                : states(picture.open());
        return waited.compareTo(gate.gate().timeout()) >= 0 ? late(note) : verdicts.pending(note);
    }

    private String missing(CiPicture picture) {
        String others = picture.others().isEmpty() ? "" : " (there are runs of " + names(picture.others()) + ")";
        return "no workflow run for commit %s within %d s: does %s run on push to `%s`?%s"
                .formatted(shortCommit(), params.grace().toSeconds(), names(picture.missing()), branch, others);
    }

    private CiAnswer late(String note) {
        return verdicts.broken("CI did not end within %d s (`qa_gates.ci_check.timeout_seconds`): %s"
                .formatted(gate.gate().timeout().toSeconds(), note));
    }

    private CiAnswer answer(GhProblem problem, Duration waited) {
        String message = String.valueOf(problem.getMessage());
        Duration left = gate.gate().timeout().minus(waited);
        Instant until = problem.until();
        if (until != null) {
            return until.isAfter(clock.instant().plus(left))
                    ? verdicts.broken(message)
                    : CiAnswer.pendingUntil(verdicts.line(message), until);
        }
        boolean isLate = left.isZero() || left.isNegative();
        return problem.kind() == GhProblem.Kind.PASSING && !isLate
                ? verdicts.pending(message)
                : verdicts.broken(message);
    }

    private static String states(Map<String, CiRun> runs) {
        List<String> states = runs.entrySet().stream()
                .map(run -> "`" + run.getKey() + "` is " + state(run.getValue()) + " - "
                        + run.getValue().url())
                .toList();
        return String.join(", ", states);
    }

    private static String state(CiRun run) {
        return run.isCompleted() ? run.conclusion() : run.status();
    }

    private static String names(List<String> workflows) {
        return String.join(
                ", ", workflows.stream().map(name -> "`" + name + "`").toList());
    }

    private String commit() {
        return gate.request().commit();
    }

    private String shortCommit() {
        return commit().substring(0, Math.min(SHORT_ID, commit().length()));
    }
}

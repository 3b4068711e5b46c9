package dev.lindy.worker.token;

import dev.lindy.worker.engine.OwnWorkflows;
import dev.lindy.worker.engine.OwnWorkflows.AtWork;
import dev.lindy.worker.engine.TokenClient;
import dev.lindy.worker.engine.TokenClient.Reply;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes over from Workers that died on this host, so that nobody waits for a time-out: what they had at work is
 * delivered again at once, and Workflows forget in whose cache they were. Programs are no concern of it: the
 * watch goes on with those. Done by the one Worker that holds the watch.
 */
public final class Adoption {

    private static final Logger LOG = LoggerFactory.getLogger(Adoption.class);
    private static final Duration AT_ONCE = Duration.ofMillis(1);

    private final TokenStore tokens;
    private final TokenClient client;
    private final OwnWorkflows workflows;
    private final Supplier<List<ProgramClaim>> programs;
    private final Predicate<String> isDead;

    /** What a program's record says about who waits for it. */
    public record ProgramClaim(String workflowId, String activityId, String token) {

        private boolean covers(AtWork activity) {
            return workflowId.equals(activity.workflowId()) && activityId.equals(activity.activityId());
        }
    }

    /**
     * Makes an adoption.
     *
     * @param programs the owners of all programs whose end has not been told
     * @param isDead whether a Worker with this identity was one of this host and is no more
     */
    public Adoption(
            TokenStore tokens,
            TokenClient client,
            OwnWorkflows workflows,
            Supplier<List<ProgramClaim>> programs,
            Predicate<String> isDead) {
        this.isDead = isDead;
        this.tokens = tokens;
        this.client = client;
        this.workflows = workflows;
        this.programs = programs;
    }

    /** For a Worker that has just taken the watch: everything that is open may have been a dead Worker's. */
    public void takeOver() {
        List<ProgramClaim> claims = programs.get();
        List<TokenRecord> orphans = orphans();
        Set<String> ids = new LinkedHashSet<>();
        claims.forEach(claim -> addWithParent(ids, claim.workflowId()));
        orphans.forEach(orphan -> addWithParent(ids, orphan.task().workflowId()));
        ids.addAll(workflows.open());
        // Before the tokens: a Workflow Task that is made for a dead Worker's queue stays there for seconds.
        workflows.forgetWorkers(ids);
        int failed = failAll(orphans, claims) + failUnknown(ids, claims);
        LOG.info("took over workflows={} programs={} tasks={}", ids.size(), claims.size(), failed);
    }

    /** For the Worker that holds the watch: looks whether another Worker on this host has died meanwhile. */
    public void sweep() {
        List<TokenRecord> orphans = orphans();
        List<ProgramClaim> claims = programs.get();
        if (orphans.stream().allMatch(orphan -> isClaimed(orphan, claims))) {
            return;
        }
        Set<String> ids = new LinkedHashSet<>();
        orphans.forEach(orphan -> addWithParent(ids, orphan.task().workflowId()));
        workflows.forgetWorkers(ids);
        int failed = failAll(orphans, claims);
        LOG.info("took over from a Worker that died workflows={} tasks={}", ids.size(), failed);
    }

    private List<TokenRecord> orphans() {
        return tokens.all().stream().filter(token -> !token.worker().isAlive()).toList();
    }

    private int failAll(List<TokenRecord> orphans, List<ProgramClaim> claims) {
        int failed = 0;
        for (TokenRecord orphan : orphans) {
            if (isClaimed(orphan, claims)) {
                continue;
            }
            Reply reply = release(orphan);
            // Kept where nobody answered: the next sweep tries again.
            if (reply != Reply.UNREACHABLE) {
                tokens.remove(orphan.token());
                failed += reply == Reply.OK ? 1 : 0;
            }
        }
        return failed;
    }

    /** A Worker may die between the server's word that it has an Activity and the file with the token. */
    private int failUnknown(Set<String> ids, List<ProgramClaim> claims) {
        int failed = 0;
        for (AtWork activity : workflows.atWork(ids)) {
            boolean isClaimed = claims.stream().anyMatch(claim -> claim.covers(activity));
            if (!isClaimed && isDead.test(activity.worker())) {
                failed += workflows.fail(activity, ActivityEdge.ending(AT_ONCE)) ? 1 : 0;
            }
        }
        return failed;
    }

    private Reply release(TokenRecord orphan) {
        return switch (orphan.task().kind()) {
            case ACTIVITY -> client.fail(orphan.namespace(), orphan.token(), ActivityEdge.ending(AT_ONCE));
            case WORKFLOW_TASK -> client.releaseWorkflowTask(orphan.namespace(), orphan.token());
        };
    }

    private static boolean isClaimed(TokenRecord token, List<ProgramClaim> claims) {
        return claims.stream().anyMatch(claim -> claim.token().equals(token.token()));
    }

    /** A task's Workflow is named after its goal's: {@code <goal>.task-<n>}. */
    private static void addWithParent(Set<String> ids, String workflowId) {
        ids.add(workflowId);
        int dot = workflowId.lastIndexOf('.');
        if (dot > 0) {
            ids.add(workflowId.substring(0, dot));
        }
    }
}

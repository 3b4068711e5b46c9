package dev.lindy.activities.prompt;

import dev.lindy.plan.TaskId;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Inputs of prompts for tests. */
final class Prompts {

    static final String TASK = "## Objective\n\nIssue a new access token for a valid refresh token.\n";
    static final String TIP = "0123456789abcdef0123456789abcdef01234567";

    private Prompts() {}

    static AttemptFacts moduleFacts(int attempt) {
        return new AttemptFacts(
                "harbor",
                "Add refresh tokens to login,\nwith tests",
                TaskId.of(3),
                "Add POST /sessions/refresh",
                attempt,
                "api",
                "services/api",
                "hb/task-3",
                true,
                List.of(".env", "*.pem"),
                "services/api/STATUS.md",
                Path.of("/srv/harbor/.orchestrator/mailbox/api.jsonl"),
                List.of("**From web-ui** [high] (request): Please expose the token expiry in seconds."),
                List.of("Keep the old route."),
                List.of("api-tests", "structural_check"));
    }

    static AttemptFacts rootFacts() {
        return new AttemptFacts(
                "harbor",
                "Tidy up",
                TaskId.of(1),
                "Tidy up",
                1,
                "root",
                null,
                "af/task-1",
                true,
                List.of(),
                null,
                null,
                List.of(),
                List.of(),
                List.of());
    }

    static PlannerFacts planner() {
        return new PlannerFacts(
                "harbor",
                List.of(
                        new PlannerFacts.Module("api", "services/api", "harbor-org/harbor", "Health: GREEN"),
                        new PlannerFacts.Module("web-ui", "web-ui", "", "(STATUS.md not found)")),
                "# Architecture\n\n```\napi -> web-ui\n```\n",
                "",
                List.of(
                        new PlannerFacts.Gate("api-tests", "runs `python -m pytest -q` in the module", Map.of()),
                        new PlannerFacts.Gate(
                                "command_check",
                                "runs a command; exit status 0 accepts",
                                Map.of("command", "what to run, required", "cwd", "folder below the project"))),
                List.of("X-007 web-ui to api [P1]: Return 429 with Retry-After"),
                "Add refresh tokens to login.\n\n```plan\n{\"tasks\": []}\n```\n",
                20,
                LocalDate.of(2026, 11, 1));
    }
}

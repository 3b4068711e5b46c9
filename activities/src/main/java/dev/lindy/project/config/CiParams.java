package dev.lindy.project.config;

import dev.lindy.project.config.GatesConfig.CiCheck;
import dev.lindy.project.github.GhRepository;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Params of the CI gate: the plan's, else the module's and those of {@code qa_gates.ci_check}. A plan may name the
 * repository but not the GitHub that holds it: the caller's login is for those of the config alone.
 *
 * @param repository on a GitHub, {@code owner/name} with or without a host; empty for the one behind the remote
 * @param workflows that all have to succeed: file names, paths or names; at least one
 * @param pollInterval longest pause between two looks
 * @param grace how long a run may take to appear
 */
public record CiParams(String repository, List<String> workflows, Duration pollInterval, Duration grace) {

    private static final String REPOSITORY = "repo";
    private static final String WORKFLOW = "workflow";
    private static final String POLL_INTERVAL = "poll_interval";
    private static final String GRACE = "grace_seconds";
    private static final String DEFAULT_WORKFLOW = "ci.yml";

    public CiParams {
        workflows = List.copyOf(workflows);
    }

    static Map<String, Object> merge(CiCheck config, ModuleConfig module, Map<String, Object> plan) {
        List<String> planned = names(plan.get(WORKFLOW));
        List<String> own = names(module.ciWorkflow());
        Map<String, Object> params = new LinkedHashMap<>();
        params.put(REPOSITORY, planned(plan.get(REPOSITORY)).orElse(module.repo()));
        params.put(WORKFLOW, !planned.isEmpty() ? planned : own.isEmpty() ? List.of(DEFAULT_WORKFLOW) : own);
        params.put(
                POLL_INTERVAL,
                seconds(plan.get(POLL_INTERVAL), config.pollInterval()).toSeconds());
        params.put(GRACE, config.grace().toSeconds());
        return params;
    }

    static CiParams of(Map<String, Object> params) {
        return new CiParams(
                String.valueOf(params.getOrDefault(REPOSITORY, "")),
                names(params.getOrDefault(WORKFLOW, DEFAULT_WORKFLOW)),
                seconds(params.get(POLL_INTERVAL), CiCheck.defaults().pollInterval()),
                seconds(params.get(GRACE), CiCheck.defaults().grace()));
    }

    static Duration seconds(@Nullable Object value, Duration fallback) {
        return value instanceof Number number && number.longValue() > 0
                ? Duration.ofSeconds(number.longValue())
                : fallback;
    }

    private static Optional<String> planned(@Nullable Object repository) {
        return repository instanceof String text ? GhRepository.parse(text).map(GhRepository::name) : Optional.empty();
    }

    private static List<String> names(@Nullable Object value) {
        Stream<?> texts = value instanceof Collection<?> list ? list.stream() : Stream.ofNullable(value);
        return texts.filter(String.class::isInstance)
                .map(String.class::cast)
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }
}

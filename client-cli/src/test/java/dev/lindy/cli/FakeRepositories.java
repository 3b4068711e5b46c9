package dev.lindy.cli;

import dev.lindy.cli.project.Project;
import dev.lindy.cli.project.Repositories;
import dev.lindy.project.repository.UncommittedWork;
import dev.lindy.project.status.ModuleStatus;
import dev.lindy.run.BaseRef;
import dev.lindy.run.RunId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A repository in which every run can start. */
public final class FakeRepositories implements Repositories {

    /** What is not committed. */
    public final List<String> uncommitted = new ArrayList<>();

    /** What goal branches say, by the path of STATUS.md. */
    public final Map<String, ModuleStatus> goalStatus = new LinkedHashMap<>();

    @Override
    public Map<String, ModuleStatus> goalStatus(Project project, Map<String, String> environment, RunId run) {
        return goalStatus;
    }

    @Override
    public void check(Project project, Map<String, String> environment, @Nullable String base) {}

    @Override
    public List<String> uncommitted(Project project, Map<String, String> environment) {
        return uncommitted;
    }

    @Override
    public UncommittedWork.Kept keepUncommitted(Project project, Map<String, String> environment, RunId run) {
        return new UncommittedWork.Kept(
                new BaseRef("main", "5eed5eed5eed5eed5eed5eed5eed5eed5eed5eed"), uncommitted, List.of(), List.of());
    }
}

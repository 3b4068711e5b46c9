package dev.lindy.activities.run;

import dev.lindy.activity.RunRef;
import dev.lindy.project.config.ModuleConfig;
import dev.lindy.project.config.ProjectConfig;
import dev.lindy.project.session.ActionLog;
import dev.lindy.project.session.SessionFile;
import dev.lindy.state.Artifacts;
import dev.lindy.state.CallerEnvironment;
import dev.lindy.state.Redactor;
import dev.lindy.state.RunFolder;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What every Activity of a run needs: its folder, its frozen config, its caller's environment.
 *
 * @param captured the caller's environment, by the allow-list; never this process's own
 */
public record RunContext(RunRef ref, RunFolder folder, ProjectConfig config, Map<String, String> captured) {

    public RunContext {
        captured = Collections.unmodifiableMap(new TreeMap<>(captured));
    }

    /** What programs of the run see: all but the login at CI, unless the config names its variables. */
    public Map<String, String> environment() {
        Map<String, String> kept = new TreeMap<>(captured);
        kept.keySet()
                .removeIf(name -> CallerEnvironment.isForCi(name)
                        && !config.agents().environment().contains(name)
                        && !config.gates().environment().contains(name));
        return kept;
    }

    /** What our own pushes and questions to CI see; for nothing that an agent or a repository brings. */
    public Map<String, String> ciEnvironment() {
        Map<String, String> kept = new TreeMap<>(captured);
        kept.keySet().removeIf(CallerEnvironment::isForAgents);
        return kept;
    }

    public Path projectRoot() {
        return Path.of(ref.projectRoot());
    }

    /** The module's config; the whole project for {@code root}, {@code *} and names that are gone. */
    public ModuleConfig module(String name) {
        return config.module(name).or(() -> config.module("root")).orElseThrow();
    }

    /** What gates and hooks see: the caller's environment without what is for agents alone. */
    public Map<String, String> gateEnvironment() {
        Map<String, String> kept = new TreeMap<>();
        environment().forEach((name, value) -> {
            boolean forAgents = CallerEnvironment.isForAgents(name)
                    || config.agents().environment().contains(name);
            if (!forAgents || config.gates().environment().contains(name)) {
                kept.put(name, value);
            }
        });
        return kept;
    }

    /** Takes the caller's secrets out of what is kept, shown or sent. */
    public Redactor redactor() {
        return new Redactor(captured);
    }

    public Artifacts artifacts() {
        return new Artifacts(folder);
    }

    public ActionLog actions() {
        return new ActionLog(
                projectRoot(), config.logging().dir() + "/" + config.logging().logFile());
    }

    public SessionFile sessions() {
        return new SessionFile(projectRoot(), config.logging().sessionDir());
    }
}

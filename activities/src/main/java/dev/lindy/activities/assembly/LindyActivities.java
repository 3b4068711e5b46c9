package dev.lindy.activities.assembly;

import com.sun.security.auth.module.UnixSystem;
import dev.lindy.activities.ProgramReader;
import dev.lindy.activities.agent.Agent;
import dev.lindy.activities.agent.Agents;
import dev.lindy.activities.agent.api.AnthropicApi;
import dev.lindy.activities.agent.claude.ClaudeCli;
import dev.lindy.activities.agent.codex.CodexCli;
import dev.lindy.activities.agent.command.CommandAgent;
import dev.lindy.activities.agent.gemini.GeminiCli;
import dev.lindy.activities.agent.opencode.OpencodeCli;
import dev.lindy.activities.agent.scripted.ScriptedAgent;
import dev.lindy.activities.attempt.AttemptReader;
import dev.lindy.activities.attempt.Attempts;
import dev.lindy.activities.ci.CiGate;
import dev.lindy.activities.gate.GateReader;
import dev.lindy.activities.gate.Gates;
import dev.lindy.activities.gate.review.AgentGate;
import dev.lindy.activities.gate.review.AgentGateReader;
import dev.lindy.activities.integrate.MergeTrain;
import dev.lindy.activities.plan.PlannerReader;
import dev.lindy.activities.plan.Planners;
import dev.lindy.activities.plan.Planning;
import dev.lindy.activities.run.ForcedEnds;
import dev.lindy.activities.run.PlanStore;
import dev.lindy.activities.run.Repositories;
import dev.lindy.activities.run.RunContexts;
import dev.lindy.activities.run.RunLog;
import dev.lindy.activities.run.RunRecords;
import dev.lindy.engine.JavaRuntime;
import dev.lindy.process.LifeSense;
import dev.lindy.process.ProgramRecord;
import dev.lindy.process.Programs;
import dev.lindy.state.Projection;
import dev.lindy.state.StateDirectory;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * Every Activity of this host, and who reads the programs they wait for.
 *
 * @param implementations objects to register at a Worker of the host's queue
 * @param readers by kind of program
 * @param forcedEnds writes the end of runs down that were terminated
 */
public record LindyActivities(
        List<Object> implementations, Map<String, ProgramReader> readers, Agents agents, ForcedEnds forcedEnds) {

    public static LindyActivities of(StateDirectory state, Programs programs) {
        AnthropicApi api = new AnthropicApi(JavaRuntime.current());
        Agents agents = new Agents(List.of(
                new ClaudeCli(new ProcessProbe(), new ClaudeCli.Host(isRoot(), false)),
                api,
                new CodexCli(),
                new GeminiCli(),
                new OpencodeCli(),
                new CommandAgent(),
                new ScriptedAgent(state.root().resolve("agents"))));
        RunContexts contexts = new RunContexts(state);
        Repositories repositories = new Repositories();
        PlanStore plans = new PlanStore();
        Projection projection = new Projection();
        RunLog log = new RunLog(projection, plans, repositories);
        RunRecords records = new RunRecords(contexts, repositories, plans, log, programs);
        Planning planning = new Planning(contexts, plans, projection, programs, new Planners(agents, api));
        Attempts attempts = new Attempts(contexts, repositories, plans, log, programs, agents);
        Gates gates = new Gates(contexts, repositories, plans, log, programs, new AgentGate(state, programs, agents));
        CiGate ci = new CiGate(gates, Clock.systemUTC());
        MergeTrain train = new MergeTrain(contexts, repositories, plans, log, programs);
        return new LindyActivities(
                List.of(records, planning, attempts, gates, ci, train),
                Map.of(
                        AttemptReader.KIND,
                        new AttemptReader(contexts, repositories, plans, programs, agents),
                        PlannerReader.KIND,
                        new PlannerReader(contexts, plans, agents),
                        GateReader.KIND,
                        new GateReader(contexts, repositories),
                        AgentGateReader.KIND,
                        new AgentGateReader(contexts, repositories, plans, agents)),
                agents,
                new ForcedEnds(state, records, projection));
    }

    private static boolean isRoot() {
        return new UnixSystem().getUid() == 0;
    }

    /** What tells whether a silent program is at work. */
    public LifeSense sense(ProgramRecord program) {
        String agent = program.spec().labels().get("agent");
        return agent == null
                ? LifeSense.none()
                : agents.find(agent).map(Agent::sense).orElseGet(LifeSense::none);
    }
}

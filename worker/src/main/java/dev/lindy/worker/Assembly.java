package dev.lindy.worker;

import dev.lindy.activities.ProgramReader;
import dev.lindy.activities.assembly.LindyActivities;
import dev.lindy.activities.run.ForcedEnds;
import dev.lindy.process.LifeSense;
import dev.lindy.process.ProgramRecord;
import dev.lindy.process.Programs;
import dev.lindy.state.StateDirectory;
import dev.lindy.workflow.GoalWorkflowImpl;
import dev.lindy.workflow.TaskWorkflowImpl;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What the Worker runs.
 *
 * @param workflows implementation classes
 * @param activities implementations; all are offered on both Task Queues, since Workflows use some of them as
 *     local Activities
 * @param readers of programs' results, by kind of program
 * @param senses tells signs of life in a program's output
 * @param forcedEnds writes the end of runs down that were terminated
 */
public record Assembly(
        List<Class<?>> workflows,
        List<Object> activities,
        Map<String, ProgramReader> readers,
        Function<ProgramRecord, LifeSense> senses,
        ForcedEnds forcedEnds) {

    public Assembly {
        workflows = List.copyOf(workflows);
        activities = List.copyOf(activities);
        readers = Map.copyOf(readers);
    }

    /** The host's parts that Activities are built from. */
    public record Parts(StateDirectory state, String engine, Programs programs, Map<String, String> environment) {}

    /** The product. */
    static Assembly of(Parts parts) {
        LindyActivities lindy = LindyActivities.of(parts.state(), parts.programs());
        return new Assembly(
                List.of(GoalWorkflowImpl.class, TaskWorkflowImpl.class),
                lindy.implementations(),
                lindy.readers(),
                lindy::sense,
                lindy.forcedEnds());
    }
}

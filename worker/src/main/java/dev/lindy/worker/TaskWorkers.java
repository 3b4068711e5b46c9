package dev.lindy.worker;

import dev.lindy.worker.engine.EngineSession;
import dev.lindy.worker.engine.ServerGuardian;
import dev.lindy.workflow.TaskQueues;
import io.temporal.common.interceptors.WorkerInterceptor;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pollers of both Task Queues, over whichever connection is good. */
final class TaskWorkers implements ServerGuardian.Tenant {

    private static final Logger LOG = LoggerFactory.getLogger(TaskWorkers.class);

    /** What still works over an old connection gets so long to finish and report. */
    private static final Duration FAREWELL = Duration.ofMinutes(2);

    private final WorkerConfig config;
    private final Assembly assembly;
    private final WorkerInterceptor edge;
    private final String hostQueue;
    private @Nullable WorkerFactory factory;
    private boolean isDrained;

    TaskWorkers(WorkerConfig config, Assembly assembly, WorkerInterceptor edge, String hostId) {
        this.config = config;
        this.assembly = assembly;
        this.edge = edge;
        this.hostQueue = TaskQueues.host(hostId);
    }

    /** Begins to poll. */
    synchronized void start(EngineSession session) {
        if (isDrained) {
            throw new IllegalStateException("the Worker ends");
        }
        WorkerFactory next = create(session);
        try {
            next.start();
        } catch (RuntimeException e) {
            next.shutdownNow();
            throw e;
        }
        factory = next;
    }

    @Override
    public synchronized void move(EngineSession from, EngineSession to) {
        WorkerFactory old = factory;
        start(to);
        if (old != null) {
            old.shutdown();
            retire(old, from);
        }
    }

    private static void retire(WorkerFactory old, EngineSession session) {
        Thread thread = new Thread(
                () -> {
                    old.awaitTermination(FAREWELL.toSeconds(), TimeUnit.SECONDS);
                    old.shutdownNow();
                    session.close();
                },
                "lindy-retire-pollers");
        thread.setDaemon(true);
        thread.start();
    }

    /** Polls no more and waits for what is at work; returns whether all of it has ended. */
    synchronized boolean drain(Duration grace) {
        isDrained = true;
        if (factory == null) {
            return true;
        }
        factory.shutdown();
        factory.awaitTermination(grace.toMillis(), TimeUnit.MILLISECONDS);
        return factory.isTerminated();
    }

    /** Interrupts what is at work. */
    synchronized void cut(Duration grace) {
        if (factory != null) {
            factory.shutdownNow();
            factory.awaitTermination(grace.toMillis(), TimeUnit.MILLISECONDS);
            LOG.info("interrupted what was at work");
        }
    }

    private WorkerFactory create(EngineSession session) {
        WorkerFactory created = WorkerFactory.newInstance(
                session.client(),
                WorkerFactoryOptions.newBuilder().setWorkerInterceptors(edge).build());
        Worker host = created.newWorker(hostQueue, options());
        host.registerWorkflowImplementationTypes(assembly.workflows().toArray(Class<?>[]::new));
        host.registerActivitiesImplementations(assembly.activities().toArray());
        return created;
    }

    private WorkerOptions options() {
        return WorkerOptions.newBuilder()
                .setMaxConcurrentWorkflowTaskPollers(config.pollers())
                .setMaxConcurrentActivityTaskPollers(config.pollers())
                .setMaxConcurrentActivityExecutionSize(config.maxActivities())
                .setMaxConcurrentLocalActivityExecutionSize(config.maxActivities())
                .setDefaultDeadlockDetectionTimeout(config.deadlock().toMillis())
                .setMaxHeartbeatThrottleInterval(config.heartbeatThrottle())
                .setStickyQueueScheduleToStartTimeout(config.sticky())
                .setAllowActivityHeartbeatDuringShutdown(true)
                .build();
    }
}

package io.journey.bench.flink;

import io.journey.bench.Backlog;
import io.journey.bench.Workload;
import io.journey.events.topic.JourneyTopic;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/** The job in a cluster inside this process, from its start to the checkpoint that commits all it has published. */
final class FlinkReplay implements Workload {

    private final StreamExecutionEnvironment environment;
    private final Backlog backlog;
    private @Nullable CompletableFuture<JobExecutionResult> result;

    FlinkReplay(Settings settings, Path stateDirectory, int parallelism) {
        this.environment =
                StreamExecutionEnvironment.createLocalEnvironment(parallelism, configuration(stateDirectory));
        new JourneyJob(settings).define(environment);
        this.backlog = new Backlog(
                settings.surroundings().bootstrapServers(),
                settings.group(),
                JourneyTopic.TOUCHPOINTS.named(settings.topicPrefix()));
    }

    private static Configuration configuration(Path stateDirectory) {
        Configuration settings = new Configuration();
        settings.setString("execution.checkpointing.mode", "EXACTLY_ONCE");
        // Ours commits more often, looks at the watermark as often, and has half as much memory for RocksDB.
        settings.setString("execution.checkpointing.interval", "500ms");
        settings.setString("pipeline.auto-watermark-interval", "200ms");
        settings.setString("taskmanager.memory.managed.size", "512m");
        settings.setString("execution.checkpointing.incremental", "true");
        settings.setString(
                "execution.checkpointing.dir",
                stateDirectory.resolve("checkpoints").toUri().toString());
        settings.setString("state.backend.type", "rocksdb");
        settings.setString(
                "state.backend.rocksdb.localdir",
                stateDirectory.resolve("rocksdb").toString());
        settings.setString("state.backend.rocksdb.use-bloom-filter", "true");
        settings.setString("state.backend.rocksdb.timer-service.factory", "HEAP");
        settings.setString("io.tmp.dirs", stateDirectory.toString());
        settings.setString("pipeline.object-reuse", "true");
        settings.setString("pipeline.generic-types", "false");
        // A run that has to start again is no measurement.
        settings.setString("restart-strategy.type", "disable");
        return settings;
    }

    @Override
    public void start() {
        try {
            result = environment.executeAsync("journeys").getJobExecutionResult();
        } catch (Exception e) {
            throw new IllegalStateException("the job did not start", e);
        }
    }

    /** The offsets are committed after the checkpoint that they belong to; the end is the end of the job. */
    @Override
    public long behind() {
        CompletableFuture<JobExecutionResult> running = Objects.requireNonNull(result, "not started");
        if (running.isDone()) {
            try {
                running.join();
            } catch (CompletionException e) {
                throw new IllegalStateException("the job failed", e.getCause());
            }
            return 0;
        }
        return Math.max(1, backlog.behind());
    }

    @Override
    public void close() {
        backlog.close();
    }
}

package io.journey.bench;

import io.journey.core.definition.Definition;
import io.journey.streams.JourneyApplication;
import io.journey.streams.config.StreamsSettings;
import io.journey.streams.replay.ReplayClosing;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.streams.StreamsConfig;
import org.jspecify.annotations.Nullable;

/** A replay by the real application, with its own settings, to the point where the published topics are exact. */
final class ReplayCost implements Workload {

    private final JourneyApplication application;
    private final Definition definition;
    private @Nullable ReplayClosing closing;

    ReplayCost(Surroundings surroundings, Path stateDirectory, Definition definition, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of(StreamsSettings.CLOCK, "replay"));
        settings.putAll(more);
        this.definition = definition;
        this.application = application(surroundings, stateDirectory, definition, settings);
    }

    /** The real application with its own settings, but for those given. */
    static JourneyApplication application(
            Surroundings surroundings, Path stateDirectory, Definition definition, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(surroundings.clients());
        settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory.toString());
        settings.put(StreamsSettings.TOPIC_PREFIX, surroundings.topicPrefix());
        settings.put(StreamsSettings.APPLICATION_PREFIX, surroundings.topicPrefix());
        settings.putAll(more);
        return new JourneyApplication(new StreamsSettings(settings), List.of(definition), new SimpleMeterRegistry());
    }

    @Override
    public void start() {
        application.start();
        closing = application.closing(definition, null);
    }

    @Override
    public long behind() {
        if (application.state() == JourneyApplication.State.FAILED) {
            throw new IllegalStateException("the application failed", application.failure());
        }
        ReplayClosing started = Objects.requireNonNull(closing, "not started");
        return switch (started.advance()) {
            case READING -> Math.max(1, started.behind());
            case REPORTING, LAPSING, SUMMING -> 1;
            case DONE -> 0;
        };
    }

    @Override
    public void close() {
        if (closing != null) {
            closing.close();
        }
        application.close();
    }
}

package io.journey.streams.service;

import io.journey.core.definition.Definition;
import io.journey.service.Service;
import io.journey.service.health.Check;
import io.journey.service.health.Health;
import io.journey.service.metrics.ProcessMeters;
import io.journey.streams.JourneyApplication;
import io.journey.streams.config.StreamsSettings;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The application in its process: with meters, and with the address at which it says how it is. */
final class RunningStreams implements Service.Running, Health {

    private static final Logger LOG = LoggerFactory.getLogger(RunningStreams.class);
    private static final long GLANCE_MS = 500;

    private final ProcessMeters meters = new ProcessMeters();
    private final JourneyApplication application;
    private final @Nullable HealthServer server;
    private volatile boolean closing;

    RunningStreams(StreamsSettings settings, List<Definition> definitions) {
        this.application = new JourneyApplication(settings, definitions, meters.registry());
        Info info = new Info(settings, definitions);
        this.server = settings.health()
                .map(listen -> new HealthServer(listen, this, meters.registry()::scrape, info))
                .orElse(null);
    }

    /** Health is answered from before the start on, because that may wait long for brokers. */
    void start() throws InterruptedException {
        if (server != null) {
            server.start();
            LOG.info("health, metrics and info at {}", server.uri());
        }
        application.start();
        application.queriesAt().ifPresent(at -> LOG.info("questions about customers at {}", at));
    }

    @Override
    public void awaitFailure() throws InterruptedException {
        while (application.state() != JourneyApplication.State.FAILED) {
            TimeUnit.MILLISECONDS.sleep(GLANCE_MS);
        }
        throw new KafkaException("processing failed", application.failure());
    }

    @Override
    public List<Check> live() {
        boolean failed = application.state() == JourneyApplication.State.FAILED;
        return List.of(new Check(
                "processing", !failed, failed ? application.whyNotRunning().orElse("failed") : "has not failed"));
    }

    @Override
    public List<Check> ready() {
        Optional<String> why = closing ? Optional.of("is ending") : application.whyNotRunning();
        return List.of(new Check("processing", why.isEmpty(), why.orElse("all definitions are processed")));
    }

    /** Says how it is until the last. */
    @Override
    public void close() {
        closing = true;
        try {
            application.close();
        } finally {
            if (server != null) {
                server.close();
            }
            meters.close();
        }
    }
}

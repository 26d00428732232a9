package io.journey.sink.service;

import io.journey.service.Service;
import io.journey.service.health.Check;
import io.journey.sink.InvalidSettingsException;
import io.journey.sink.SinkApplication;
import io.journey.sink.SinkConfig;
import io.journey.sink.SinkSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigDef;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sink: brings the published topics into a database and serves it, the page included. */
public final class SinkService implements Service {

    private static final Logger LOG = LoggerFactory.getLogger(SinkService.class);
    private static final long GLANCE_MS = 500;

    @Override
    public String name() {
        return "journey-sink";
    }

    @Override
    public String purpose() {
        return "Keeps a database up to date with the published topics and serves it over HTTP, the page included.";
    }

    @Override
    public ConfigDef settings() {
        return SinkConfig.definition();
    }

    @Override
    public List<String> faults(Map<String, String> settings) {
        try {
            SinkSettings.of(settings);
            return List.of();
        } catch (InvalidSettingsException invalid) {
            return invalid.faults();
        }
    }

    @Override
    public Running start(Map<String, String> settings) {
        SinkApplication sink = new SinkApplication(SinkSettings.of(settings));
        sink.start();
        LOG.info("the page, the API, health and metrics at {}", sink.pageUri());
        return new RunningSink(sink);
    }

    private record RunningSink(SinkApplication sink) implements Running {

        @Override
        public void awaitFailure() throws InterruptedException {
            Optional<Check> ended = Optional.empty();
            while (ended.isEmpty()) {
                TimeUnit.MILLISECONDS.sleep(GLANCE_MS);
                ended = sink.health().live().stream()
                        .filter(check -> !check.up())
                        .findFirst();
            }
            throw new KafkaException("reading failed: " + ended.get().reason());
        }

        @Override
        public void close() {
            sink.close();
        }
    }
}

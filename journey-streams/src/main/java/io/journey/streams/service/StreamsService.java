package io.journey.streams.service;

import io.journey.service.Service;
import io.journey.streams.config.StreamsSettings;
import io.journey.streams.definition.Definitions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/** The streams: computes journeys from touchpoint events and publishes what changes. */
public final class StreamsService implements Service {

    @Override
    public String name() {
        return "journey-streams";
    }

    @Override
    public String purpose() {
        return "Derives customers' journeys from touchpoint events in Kafka and publishes them to topics.";
    }

    @Override
    public ConfigDef settings() {
        return StreamsSettings.declared();
    }

    @Override
    public List<String> faults(Map<String, String> settings) {
        List<String> faults = new ArrayList<>(StreamsSettings.faults(settings));
        settings.keySet().stream()
                .filter(name -> !name.startsWith("journey.") && !name.startsWith(StreamsSettings.KAFKA))
                .forEach(name -> faults.add(name
                        + " is no setting; expected one that begins with journey., or one of Kafka's after kafka."));
        if (faults.isEmpty()) {
            faults.addAll(definitions(new StreamsSettings(settings)).faults());
        }
        return faults;
    }

    private static Definitions definitions(StreamsSettings settings) {
        return GivenDefinitions.in(settings.definitions());
    }

    @Override
    public Running start(Map<String, String> given) throws InterruptedException {
        StreamsSettings settings = new StreamsSettings(given);
        Definitions definitions = definitions(settings);
        if (!definitions.faults().isEmpty()) {
            throw new ConfigException(String.join("; ", definitions.faults()));
        }
        RunningStreams running = new RunningStreams(settings, definitions.definitions());
        try {
            running.start();
            return running;
        } catch (RuntimeException | InterruptedException failure) {
            try {
                running.close();
            } catch (RuntimeException unclean) {
                failure.addSuppressed(unclean);
            }
            throw failure;
        }
    }
}

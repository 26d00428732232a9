package io.journey.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.journey.core.definition.Definition;
import io.journey.events.topic.JourneyTopic;
import io.journey.streams.clock.Backlog;
import io.journey.streams.config.StreamsSettings;
import io.journey.streams.definition.DefinitionFile;
import io.journey.streams.metrics.JourneyMeter;
import io.journey.streams.metrics.JourneyMeters;
import io.journey.streams.stitch.ClockSource;
import io.journey.streams.topology.JourneyTopology;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigDef;
import org.junit.jupiter.api.Test;

/** The pages that the streams application prints of itself. */
class StreamsPagesTest {

    private static final String PRINTED =
            "Printed from the code and compared by a test; `-Dregenerate=true` writes it anew.\n\n";

    private static final Backlog NONE = new Backlog() {
        @Override
        public long begin(TopicPartition partition) {
            return 0;
        }

        @Override
        public long delivered(TopicPartition partition) {
            return -1;
        }

        @Override
        public boolean isUnread(TopicPartition partition, long processed) {
            return false;
        }
    };

    private static String topology() {
        StreamsSettings settings = new StreamsSettings(Map.of(
                "bootstrap.servers", "broker:9092", "state.dir", "state", "schema.registry.url", "http://registry"));
        Definition definition = ((DefinitionFile.Valid) DefinitionFile.read("example.yaml", """
                        journey: example
                        version: 1
                        timeZone: UTC
                        identity: {ladder: [customer]}
                        stages: [{id: seen}, {id: bought}]
                        initialStage: seen
                        conversion: {stage: bought, window: P30D}
                        rules: [{stage: bought, when: {touchpoint: order_placed}}]
                        """)).definition();
        ClockSource clock = new ClockSource(
                settings.watermarkPolicy(),
                JourneyTopic.TOUCHPOINTS.named(settings.topicPrefix()),
                4,
                NONE,
                settings.tick());
        return new JourneyTopology(definition, settings, clock, new JourneyMeters(new SimpleMeterRegistry()))
                .build()
                .describe()
                .toString();
    }

    @Test
    void thePageOfTheTopologyIsWhatItDescribes() throws IOException {
        PrintedPage.named("topology.md")
                .mustBe("# Topology\n\n" + PRINTED
                        + "One definition's pipeline. Names of stores and repartition topics are part of what Kafka keeps:"
                        + " renaming one abandons the state behind it.\n\n```\n"
                        + topology().strip() + "\n```\n");
    }

    @Test
    void everyStepOfTheTopologyHasAName() {
        assertThat(topology()).doesNotContain("KSTREAM-", "KTABLE-");
    }

    @Test
    void thePageOfMetersIsWhatTheCatalogueSays() throws IOException {
        StringBuilder page = new StringBuilder("# Metrics of the streams\n\n").append(PRINTED);
        page.append("| meter | type | unit | tags | meaning |\n|---|---|---|---|---|\n");
        for (JourneyMeter meter : JourneyMeter.values()) {
            page.append("| `%s` | %s | %s | %s | %s |\n"
                    .formatted(
                            meter.meterName(),
                            meter.type(),
                            meter.unit(),
                            String.join(", ", meter.tags()),
                            meter.meaning()));
        }
        page.append("\nThe meters of the sink are in [sink.md](sink.md).\n");
        PrintedPage.named("metrics.md").mustBe(page.toString());
    }

    @Test
    void thePageOfSettingsIsWhatTheyDeclare() throws IOException {
        StringBuilder page = new StringBuilder("# Settings of the streams\n\n").append(PRINTED);
        page.append(
                "Settings that do not begin with `journey.` go to Kafka Streams, its clients and its serdes as they are."
                        + " All faults come in one message at start. The settings of the sink are in [sink.md](sink.md).\n\n");
        page.append("| setting | type | default | meaning |\n|---|---|---|---|\n");
        StreamsSettings.declared().configKeys().values().stream()
                .sorted(Comparator.comparing((ConfigDef.ConfigKey key) -> key.name))
                .forEach(key -> page.append("| `%s` | %s | %s | %s |\n"
                        .formatted(
                                key.name,
                                key.type.name().toLowerCase(Locale.ROOT),
                                key.hasDefault() ? "`" + key.defaultValue + "`" : "required",
                                key.documentation)));
        PrintedPage.named("configuration.md").mustBe(page.toString());
    }
}

package io.journey.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.journey.core.definition.Definition;
import io.journey.events.topic.JourneyTopic;
import io.journey.service.settings.SettingsTable;
import io.journey.streams.clock.Backlog;
import io.journey.streams.config.StreamsSettings;
import io.journey.streams.definition.DefinitionFile;
import io.journey.streams.metrics.JourneyMeter;
import io.journey.streams.metrics.JourneyMeters;
import io.journey.streams.stitch.ClockSource;
import io.journey.streams.topology.JourneyTopology;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
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
                settings.watermarkPolicy(), settings.topics().name(JourneyTopic.TOUCHPOINTS), 4, NONE, settings.tick());
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
        page.append("| series | type | unit | tags | meaning |\n|---|---|---|---|---|\n");
        for (JourneyMeter meter : JourneyMeter.values()) {
            page.append("| `%s` | %s | %s | %s | %s |\n"
                    .formatted(
                            meter.prometheusName(),
                            meter.type(),
                            meter.unit(),
                            String.join(", ", meter.tags()),
                            meter.meaning()));
        }
        page.append("""

                Timers have `_count`, `_sum` and `_max`, and those with a histogram `_bucket`. With them come the meters of the JVM
                (`jvm_*`, `process_*`) and those of Kafka Streams and its clients (`kafka_*`, under Kafka's own names; they appear
                within a minute of the start). Tags are few by rule: never a customer, an event or an offset.

                The meters of the sink are in [sink.md](sink.md).
                """);
        PrintedPage.named("metrics.md").mustBe(page.toString());
    }

    @Test
    void thePageOfSettingsIsWhatTheyDeclare() throws IOException {
        StringBuilder page = new StringBuilder("# Settings\n\n").append(PRINTED).append("""
                `journey-streams` and `journey-sink` take their settings from three places; the later wins:

                1. properties files, `--config FILE`, any number of them;
                2. the environment: dots become underscores, everything upper case, and `JOURNEY_` stands in front, so that
                   `journey.instance.id` is `JOURNEY_INSTANCE_ID` and `database.url` is `JOURNEY_DATABASE_URL`;
                3. `--set NAME=VALUE`.

                **Kafka's own settings** pass through under `kafka.`, to Kafka Streams, its clients, its serdes and the registry's
                client: `kafka.security.protocol`, `kafka.num.stream.threads`, `kafka.num.standby.replicas`,
                `kafka.basic.auth.user.info` ([serdes.md](serdes.md)). `kafka.consumer.`, `kafka.producer.` and `kafka.admin.` begin
                what is for such clients of Kafka Streams only. In a variable two underscores mean a hyphen there, and three an
                underscore.

                **Secrets** need not stand in any of these. A variable that ends in `_FILE` names the file that holds the value
                (`JOURNEY_DATABASE_PASSWORD_FILE=/run/secrets/password`). In every value `${dir:/run/secrets:password}` is
                replaced by the content of a file, `${file:/etc/secrets.properties:key}` by an entry of a properties file and
                `${env:NAME}` by a variable.

                `--print-config` shows each setting, its value and where it came from, with secrets hidden, and ends. All faults
                come in one message, before anything starts, with exit code 2.

                The log goes to the standard output: `JOURNEY_LOG_FORMAT` is `text` (default) or `json`, `JOURNEY_LOG_LEVEL` is
                `INFO` unless it says otherwise, and `JOURNEY_LOG_KAFKA_LEVEL`, for what Kafka's clients say, is `WARN`.

                ## Settings of the streams

                The settings of the sink are in [sink.md](sink.md).

                """);
        page.append(SettingsTable.markdown(StreamsSettings.declared()));
        PrintedPage.named("configuration.md").mustBe(page.toString());
    }
}

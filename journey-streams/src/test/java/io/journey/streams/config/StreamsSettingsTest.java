package io.journey.streams.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.journey.streams.definition.DefinitionFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamsSettingsTest {

    @Test
    void aTransactionThatOutlivesItsProducersPatienceIsAFault() {
        assertThat(faults(Map.of("kafka.producer.transaction.timeout.ms", "90000")))
                .containsExactly("Invalid value 60000 for configuration kafka.producer.max.block.ms: expected more than"
                        + " kafka.producer.transaction.timeout.ms, 90000");
        assertThat(faults(Map.of("kafka.max.block.ms", "10000"))).hasSize(1);
        assertThat(faults(Map.of("kafka.max.block.ms", "5000", "kafka.producer.max.block.ms", "10001")))
                .isEmpty();
        assertThat(faults(Map.of())).isEmpty();
    }

    @Test
    void whatWouldLeaveEventsOutOrCountThemTwiceIsAFault() {
        assertThat(faults(Map.of("kafka.processing.guarantee", "at_least_once")))
                .containsExactly("Invalid value at_least_once for configuration kafka.processing.guarantee: expected"
                        + " exactly_once_v2, or it would count events twice");
        assertThat(faults(Map.of("kafka.processing.exception.handler", "LogAndContinueProcessingExceptionHandler")))
                .containsExactly("Invalid value LogAndContinueProcessingExceptionHandler for configuration"
                        + " kafka.processing.exception.handler: expected none, because one that goes on would leave"
                        + " events out of every number");
        assertThat(faults(Map.of(
                        "kafka.deserialization.exception.handler", "any",
                        "kafka.default.deserialization.exception.handler", "any",
                        "kafka.production.exception.handler", "any",
                        "kafka.default.production.exception.handler", "any")))
                .hasSize(4);
        assertThat(faults(Map.of("kafka.processing.guarantee", "exactly_once_v2")))
                .isEmpty();
    }

    @Test
    void allFaultsAreToldTogether() {
        assertThat(faults(Map.of(
                        StreamsSettings.PARTITIONS,
                        "0",
                        StreamsSettings.CLOCK,
                        "backwards",
                        "journey.tock",
                        "PT1S",
                        "kafka.transaction.timeout.ms",
                        "60000")))
                .hasSize(4);
    }

    @Test
    void aKeystoreThatDoesNotOpenIsAFault(@TempDir Path folder) throws Exception {
        Path rubbish = Files.writeString(folder.resolve("rubbish.p12"), "no keystore");

        assertThat(faults(Map.of(
                        StreamsSettings.HTTP_KEYSTORE,
                        "nowhere.p12",
                        StreamsSettings.HTTP_TRUSTSTORE,
                        rubbish.toString())))
                .satisfiesExactly(
                        fault -> assertThat(fault)
                                .startsWith("journey.http.tls.keystore nowhere.p12: expected a PKCS12 file"),
                        fault -> assertThat(fault)
                                .startsWith("journey.http.tls.truststore " + rubbish + ": expected a PKCS12 file"));
    }

    @Test
    void whatIsSaidForAllClientsCountsMoreThanADefaultForSome() {
        assertThat(streams(Map.of()))
                .containsEntry("producer.compression.type", "lz4")
                .containsEntry("consumer.receive.buffer.bytes", "-1");
        assertThat(streams(Map.of("kafka.compression.type", "zstd", "kafka.receive.buffer.bytes", "65536")))
                .containsEntry("compression.type", "zstd")
                .containsEntry("receive.buffer.bytes", "65536")
                .doesNotContainKeys("producer.compression.type", "consumer.receive.buffer.bytes");
        assertThat(streams(Map.of("kafka.compression.type", "zstd", "kafka.producer.compression.type", "gzip")))
                .containsEntry("compression.type", "zstd")
                .containsEntry("producer.compression.type", "gzip");
    }

    private static Properties streams(Map<String, String> more) {
        DefinitionFile file = DefinitionFile.read("small.yaml", """
                journey: small
                version: 1
                timeZone: UTC
                identity: {ladder: [customer]}
                stages:
                  - {id: seen, lapseAfter: P30D}
                  - {id: bought}
                initialStage: seen
                conversion: {stage: bought, window: P30D}
                rules:
                  - {stage: bought, when: {touchpoint: order_placed}}
                """);
        return new StreamsSettings(settings(more)).streams(((DefinitionFile.Valid) file).definition());
    }

    private static List<String> faults(Map<String, String> more) {
        return StreamsSettings.faults(settings(more));
    }

    private static Map<String, String> settings(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(
                Map.of(StreamsSettings.BOOTSTRAP_SERVERS, "localhost:9092", StreamsSettings.STATE_DIR, "state"));
        settings.putAll(more);
        return settings;
    }
}

package io.journey.streams.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    private static List<String> faults(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(
                Map.of(StreamsSettings.BOOTSTRAP_SERVERS, "localhost:9092", StreamsSettings.STATE_DIR, "state"));
        settings.putAll(more);
        return StreamsSettings.faults(settings);
    }
}

package io.journey.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journey.sink.consume.ChangedTopic;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SinkSettingsTest {

    private static final Map<String, String> LEAST =
            Map.of(SinkConfig.BOOTSTRAP_SERVERS, "broker:9092", SinkConfig.SCHEMA_REGISTRY_URL, "http://registry:8081");

    @Test
    void brokersAndARegistryAreEnough() {
        SinkSettings settings = SinkSettings.of(LEAST);

        assertThat(settings.database().url()).isEqualTo("jdbc:duckdb:journey.duckdb");
        assertThat(settings.http().host()).isEqualTo("127.0.0.1");
        assertThat(settings.consume().groupId()).isEqualTo("journey-sink");
        assertThat(settings.consume().batchMaxRecords()).isEqualTo(5_000);
        assertThat(settings.consume().flushInterval()).isEqualTo(Duration.ofSeconds(1));
        assertThat(settings.consume().onChangedTopic()).isEqualTo(ChangedTopic.STOP);
    }

    @Test
    void kafkasOwnSettingsPassThroughUnderTheirPrefix() {
        SinkSettings settings = SinkSettings.of(with("kafka.security.protocol", "SASL_SSL"));

        assertThat(settings.consume().kafka())
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("schema.registry.url", "http://registry:8081")
                .doesNotContainKey("topic.prefix");
    }

    @Test
    void onlyTheOneSinkOfAFileIsAStaticMember() {
        assertThat(SinkSettings.of(LEAST).consume().kafka()).containsEntry("group.instance.id", "journey-sink");
        assertThat(SinkSettings.of(with(SinkConfig.DATABASE_URL, "jdbc:postgresql://db/journey"))
                        .consume()
                        .kafka())
                .doesNotContainKey("group.instance.id");
    }

    @Test
    void allFaultsComeInOneMessage() {
        assertThatThrownBy(() -> SinkSettings.of(Map.of(
                        SinkConfig.BATCH_MAX_RECORDS,
                        "0",
                        SinkConfig.HTTP_PORT,
                        "http",
                        SinkConfig.DATABASE_URL,
                        "jdbc:oracle:thin",
                        SinkConfig.DATABASE_MEMORY_LIMIT,
                        "much",
                        SinkConfig.TOPIC_CHANGED,
                        "ignore",
                        SinkConfig.HTTP_TLS_KEYSTORE,
                        "nowhere.p12",
                        SinkConfig.STREAMS_TRUSTSTORE,
                        "neither.p12",
                        "batch.max.record",
                        "5",
                        "kafka.auto.offset.reset",
                        "earliest")))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining("\"kafka.bootstrap.servers\"")
                .hasMessageContaining("kafka.schema.registry.url is missing")
                .hasMessageContaining("batch.max.records: Value must be at least 1")
                .hasMessageContaining("http.port")
                .hasMessageContaining("jdbc:oracle:thin: expected jdbc:duckdb:<file>")
                .hasMessageContaining("expected a number with KB, MB or GB")
                .hasMessageContaining("topic.changed")
                .hasMessageContaining("http.tls.keystore nowhere.p12: expected a PKCS12 file")
                .hasMessageContaining("journey.streams.truststore neither.p12: expected a PKCS12 file")
                .hasMessageContaining("batch.max.record is no setting")
                .hasMessageContaining("kafka.auto.offset.reset cannot be set: a lost offset is an error");
    }

    @Test
    void passwordsAreNotPrinted() {
        SinkSettings settings = SinkSettings.of(Map.of(
                SinkConfig.BOOTSTRAP_SERVERS, "broker:9092",
                SinkConfig.SCHEMA_REGISTRY_URL, "http://registry:8081",
                SinkConfig.DATABASE_URL, "jdbc:postgresql://db/journey?password=secret1&ssl=true",
                SinkConfig.DATABASE_PASSWORD, "secret2"));

        assertThat(settings.database().toString()).doesNotContain("secret").contains("ssl=true");
    }

    private static Map<String, String> with(String name, String value) {
        return Map.of(
                SinkConfig.BOOTSTRAP_SERVERS,
                "broker:9092",
                SinkConfig.SCHEMA_REGISTRY_URL,
                "http://registry:8081",
                name,
                value);
    }
}

package io.journey.service.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingSourcesTest {

    private static final ConfigDef DECLARED = new ConfigDef()
            .define("journey.partitions", ConfigDef.Type.INT, 4, Importance.LOW, "")
            .define("database.url", ConfigDef.Type.STRING, "", Importance.LOW, "")
            .define("database.password", ConfigDef.Type.PASSWORD, "", Importance.LOW, "")
            .define("kafka.bootstrap.servers", ConfigDef.Type.LIST, Importance.LOW, "");

    @TempDir
    private Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static SettingSources read(List<Path> files, Map<String, String> environment, String... assignments) {
        return SettingSources.read(DECLARED.names(), files, environment, List.of(assignments));
    }

    @Test
    void theLaterSourceWins() throws IOException {
        Path first = file("first.properties", "journey.partitions=1\ndatabase.url=first\nkafka.acks=all\n");
        Path second = file("second.properties", "journey.partitions=2\ndatabase.url=second\n");

        SettingSources sources = read(
                List.of(first, second),
                Map.of("JOURNEY_PARTITIONS", "3", "JOURNEY_DATABASE_URL", "third"),
                "journey.partitions=4");

        assertThat(sources.faults()).isEmpty();
        assertThat(sources.values())
                .containsOnly(
                        Map.entry("journey.partitions", "4"),
                        Map.entry("database.url", "third"),
                        Map.entry("kafka.acks", "all"));
        assertThat(sources.given().get("database.url")).hasToString("from JOURNEY_DATABASE_URL");
    }

    @Test
    void kafkasOwnSettingsAreSpelledWithUnderscores() {
        SettingSources sources = read(
                List.of(),
                Map.of(
                        "JOURNEY_KAFKA_SASL_MECHANISM", "PLAIN",
                        "JOURNEY_KAFKA_A__B___C", "x",
                        "JOURNEY_KAFKA_BOOTSTRAP_SERVERS", "broker:9092"));

        assertThat(sources.values())
                .containsOnly(
                        Map.entry("kafka.sasl.mechanism", "PLAIN"),
                        Map.entry("kafka.a-b_c", "x"),
                        Map.entry("kafka.bootstrap.servers", "broker:9092"));
    }

    @Test
    void theVariableOfASettingMeansThatSetting() {
        for (String setting : DECLARED.names()) {
            assertThat(new EnvironmentNames(DECLARED.names()).setting(EnvironmentNames.of(setting)))
                    .contains(setting);
        }
        assertThat(EnvironmentNames.of("journey.partitions")).isEqualTo("JOURNEY_PARTITIONS");
    }

    @Test
    void secretsComeFromFiles() throws IOException {
        Path secret = file("password", "s3cret\n");
        Path properties = file("secrets.properties", "db=of the file\n");

        assertThat(read(List.of(), Map.of("JOURNEY_DATABASE_PASSWORD_FILE", secret.toString()))
                        .values())
                .containsEntry("database.password", "s3cret");
        assertThat(read(List.of(), Map.of("JOURNEY_DATABASE_PASSWORD", "${file:" + properties + ":db}"))
                        .values())
                .containsEntry("database.password", "of the file");
        assertThat(read(List.of(), Map.of(), "database.password=${dir:" + folder + ":password}")
                        .values())
                .containsEntry("database.password", "s3cret\n");
        assertThat(read(List.of(), Map.of("HOSTNAME", "one"), "database.url=at-${env:HOSTNAME}")
                        .values())
                .containsEntry("database.url", "at-one");
    }

    @Test
    void whatCannotBeReadIsToldAllAtOnce() {
        SettingSources sources = read(
                List.of(folder.resolve("missing")),
                Map.of(
                        "JOURNEY_DATABASE_PASSWORD_FILE",
                        folder.resolve("nowhere").toString()),
                "database.url=${env:NOT_THERE}",
                "nonsense",
                "journey.partitions=${file:" + folder.resolve("no.properties") + ":key}");

        assertThat(sources.faults())
                .satisfiesExactlyInAnyOrder(
                        fault -> assertThat(fault).contains("--config", "missing", "no such file"),
                        fault -> assertThat(fault).contains("JOURNEY_DATABASE_PASSWORD_FILE", "nowhere"),
                        fault -> assertThat(fault).contains("database.url", "${env:NOT_THERE} leads nowhere"),
                        fault -> assertThat(fault).contains("--set nonsense", "expected NAME=VALUE"),
                        fault -> assertThat(fault).contains("journey.partitions", "no.properties"));
    }

    @Test
    void aVariableThatMeansNothingIsAWarningUnlessAnOrchestratorSetIt() {
        SettingSources sources = read(
                List.of(),
                Map.of(
                        "JOURNEY_PARTITION", "3",
                        "JOURNEY_SINK_SERVICE_HOST", "10.0.0.1",
                        "JOURNEY_SINK_PORT_8080_TCP_ADDR", "10.0.0.1",
                        "JOURNEY_LOG_LEVEL", "INFO",
                        "PATH", "/bin"));

        assertThat(sources.faults()).isEmpty();
        assertThat(sources.warnings()).singleElement().asString().contains("JOURNEY_PARTITION ");
    }

    @Test
    void theListingSaysWhereEachValueCameFromAndHidesSecrets() {
        SettingSources sources = read(
                List.of(),
                Map.of("JOURNEY_DATABASE_PASSWORD", "s3cret", "JOURNEY_KAFKA_SASL_JAAS_CONFIG", "user password"),
                "kafka.schema.registry.url=http://me:s3cret@registry");

        assertThat(SettingsListing.of(DECLARED, sources.given())).isEqualTo("""
                        database.password=[hidden]  # JOURNEY_DATABASE_PASSWORD
                        database.url=  # default
                        journey.partitions=4  # default
                        kafka.bootstrap.servers=  # required, not given
                        kafka.sasl.jaas.config=[hidden]  # JOURNEY_KAFKA_SASL_JAAS_CONFIG
                        kafka.schema.registry.url=http://[hidden]@registry  # --set
                        """);
    }
}

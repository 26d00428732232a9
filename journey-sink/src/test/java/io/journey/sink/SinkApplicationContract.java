package io.journey.sink;

import static io.journey.sink.SinkFixture.PATIENCE;
import static io.journey.sink.SinkFixture.get;
import static io.journey.sink.SinkFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.journey.events.v1.Balance;
import io.journey.events.v1.BalanceKey;
import io.journey.sink.metric.SinkMeter;
import io.journey.sink.table.SinkTable;
import io.journey.sink.testing.SharedBroker;
import io.journey.sink.testing.TestDatabase;
import io.journey.sink.testing.TestRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the topics of a real broker to the API; a class a database extends it. */
abstract class SinkApplicationContract {

    private static final ObjectMapper JSON = new ObjectMapper();

    private SinkFixture fixture;

    @BeforeEach
    void prepare(@TempDir Path directory) {
        fixture = new SinkFixture(kind(), directory);
    }

    @AfterEach
    void end() {
        fixture.close();
    }

    abstract TestDatabase kind();

    @Test
    void whatIsPublishedCanBeAskedFor() throws Exception {
        fixture.createTopics(2);
        try (SinkApplication sink = fixture.start(Map.of())) {
            fixture.publishSampleJourney();

            assertThat(sink.awaitLanded(PATIENCE)).isTrue();
            assertThat(json(sink, "/api/v1/balance?journey=shop")).isEqualTo(JSON.readTree("""
                                    [{"source":"app","read":5,"inJourneys":5,"duplicate":0,"rejected":0},
                                     {"source":"web","read":12,"inJourneys":9,"duplicate":2,"rejected":1}]"""));
            assertThat(json(sink, "/api/v1/windows?journey=shop&window=day")).hasSize(2);
            assertThat(get(sink, "/health/ready").statusCode()).isEqualTo(200);
            SinkFixture.await("no lag", () -> sink.lag(SinkTable.BALANCE).records() == 0);
        }
    }

    @Test
    void tombstonesDeleteAndAbortedTransactionsAreNotSeen() throws Exception {
        fixture.createTopics(1);
        fixture.publishSampleJourney();
        fixture.publisher()
                .begin()
                .send(SinkTable.BALANCE, new BalanceKey("shop", "forged"), balance(9))
                .send(SinkTable.BALANCE, new BalanceKey("shop", "app"), null)
                .abort();
        fixture.publisher()
                .begin()
                .send(SinkTable.BALANCE, new BalanceKey("shop", "web"), null)
                .commit();

        try (SinkApplication sink = fixture.start(Map.of())) {
            assertThat(sink.awaitLanded(PATIENCE)).isTrue();
            assertThat(sources(sink)).containsExactly("app");
        }
    }

    @Test
    void topicsThatAppearLaterAreRead() throws Exception {
        try (SinkApplication sink = fixture.start(Map.of())) {
            fixture.createTopics(1);
            fixture.publishSampleJourney();

            assertThat(sink.awaitLanded(PATIENCE)).isTrue();
            assertThat(json(sink, "/api/v1/segments?journey=shop")).hasSize(3);
        }
    }

    @Test
    void aRestartGoesOnWhereTheLastOneStopped() throws Exception {
        fixture.createTopics(1);
        fixture.publishSampleJourney();
        try (SinkApplication first = fixture.start(Map.of())) {
            assertThat(first.awaitLanded(PATIENCE)).isTrue();
        }
        publish("phone", 1);

        try (SinkApplication second = fixture.start(Map.of())) {
            assertThat(second.awaitLanded(PATIENCE)).isTrue();
            assertThat(sources(second)).containsExactly("app", "phone", "web");
            assertThat(SinkFixture.scraped(second, "journey_sink_records_total{table=\"balance\"}"))
                    .isEqualTo(1);
        }
    }

    @Test
    void aTopicCreatedAgainStopsItsTableWithAnErrorThatSaysWhy() throws Exception {
        fixture.createTopics(1);
        try (SinkApplication sink = fixture.start(Map.of())) {
            publish("before", 1);
            assertThat(sink.awaitLanded(PATIENCE)).isTrue();

            createAgain(SinkTable.BALANCE);

            SinkFixture.await(
                    "ready says so", () -> get(sink, "/health/ready").body().contains("was deleted and created again"));
            assertThat(get(sink, "/health/ready").statusCode()).isEqualTo(503);
            assertThat(get(sink, "/health/live").statusCode()).isEqualTo(200);
            assertThat(sources(sink)).isEmpty();
        }
    }

    @Test
    void aTopicCreatedAgainWithMoreRecordsThanItHadIsNoticedToo() throws Exception {
        fixture.createTopics(1);
        try (SinkApplication sink = fixture.start(Map.of(SinkConfig.TOPIC_CHANGED, "reset"))) {
            fixture.publishSampleJourney();
            assertThat(sink.awaitLanded(PATIENCE)).isTrue();

            createAgain(SinkTable.BALANCE);
            for (int i = 0; i < 10; i++) {
                publish("after-" + i, 1);
            }

            SinkFixture.await(
                    "all of the new rows and none of the old",
                    () -> sources(sink)
                            .equals(IntStream.range(0, 10)
                                    .mapToObj(i -> "after-" + i)
                                    .toList()));
        }
    }

    @Test
    void everyMeterOfTheSinkIsDeclaredAndEveryDeclaredOneIsThere() throws Exception {
        fixture.createTopics(1);
        fixture.publishSampleJourney();
        try (SinkApplication sink = fixture.start(Map.of())) {
            assertThat(sink.awaitLanded(PATIENCE)).isTrue();
            List<String> series = get(sink, "/metrics")
                    .body()
                    .lines()
                    .filter(line -> line.startsWith("journey_"))
                    .map(line -> line.replaceFirst("[{ ].*", ""))
                    .distinct()
                    .toList();

            List<String> declared = Arrays.stream(SinkMeter.values())
                    .map(SinkMeter::prometheusName)
                    .toList();
            assertThat(series).allMatch(name -> declared.stream().anyMatch(name::startsWith));
            assertThat(declared).allMatch(name -> series.stream().anyMatch(seen -> seen.startsWith(name)));
        }
    }

    @Test
    void aTopicCreatedAgainIsReadAnewWhenTheSettingSaysSo() throws Exception {
        fixture.createTopics(1);
        fixture.publishSampleJourney();
        Map<String, String> reset = Map.of(SinkConfig.TOPIC_CHANGED, "reset");
        try (SinkApplication sink = fixture.start(reset)) {
            assertThat(sink.awaitLanded(PATIENCE)).isTrue();

            createAgain(SinkTable.BALANCE);
            publish("after", 1);

            SinkFixture.await("only the new row", () -> sources(sink).equals(List.of("after")));
            assertThat(json(sink, "/api/v1/windows?journey=shop&window=day")).hasSize(2);
        }
    }

    @Test
    void aRecordThatIsNoneStopsItsPartitionAndNoOther() throws Exception {
        fixture.createTopics(1);
        sendBytes(SinkTable.FUNNEL, "no Avro".getBytes(StandardCharsets.UTF_8));
        fixture.publishSampleJourney();

        try (SinkApplication sink = fixture.start(Map.of())) {
            SinkFixture.await("the others", () -> sources(sink).size() == 2);
            SinkFixture.await(
                    "ready says so",
                    () -> get(sink, "/health/ready").body().contains(fixture.topic(SinkTable.FUNNEL) + "-0 offset 0"));
            assertThat(SinkFixture.scraped(sink, "journey_sink_partitions_stopped"))
                    .isEqualTo(1);
        }
    }

    @Test
    void aRegistryThatIsAwayIsWaitedFor() throws Exception {
        fixture.createTopics(1);
        fixture.publishSampleJourney();
        TestRegistry.running().away(true);
        try (SinkApplication sink = fixture.start(Map.of("kafka.max.retries", "0"))) {
            SinkFixture.await(
                    "not ready", () -> get(sink, "/health/ready").body().contains("\"writing\",\"up\":false"));

            TestRegistry.running().away(false);

            assertThat(sink.awaitLanded(PATIENCE)).isTrue();
            assertThat(sources(sink)).containsExactly("app", "web");
        } finally {
            TestRegistry.running().away(false);
        }
    }

    private List<String> sources(SinkApplication sink) throws Exception {
        return json(sink, "/api/v1/balance?journey=shop").findValuesAsText("source");
    }

    private void publish(String source, long read) {
        fixture.publisher()
                .begin()
                .send(SinkTable.BALANCE, new BalanceKey("shop", source), balance(read))
                .commit();
    }

    private static Balance balance(long read) {
        return new Balance(1, read, read, 0L, 0L);
    }

    private void createAgain(SinkTable table) throws Exception {
        SharedBroker.running()
                .admin()
                .deleteTopics(List.of(fixture.topic(table)))
                .all()
                .get();
        SinkFixture.await(
                "deleted",
                () -> !SharedBroker.running().admin().listTopics().names().get().contains(fixture.topic(table)));
        SharedBroker.running().create(1, fixture.topic(table));
    }

    private void sendBytes(SinkTable table, byte[] bytes) throws Exception {
        Map<String, Object> config = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, SharedBroker.running().bootstrapServers());
        try (var producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(fixture.topic(table), bytes, bytes))
                    .get();
        }
    }
}

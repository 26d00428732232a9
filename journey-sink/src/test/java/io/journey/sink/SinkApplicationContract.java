package io.journey.sink;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.journey.events.v1.Balance;
import io.journey.events.v1.BalanceKey;
import io.journey.sink.database.DatabaseSettings;
import io.journey.sink.table.SinkTable;
import io.journey.sink.testing.Publisher;
import io.journey.sink.testing.SampleJourney;
import io.journey.sink.testing.TestBroker;
import io.journey.sink.testing.TestDatabase;
import io.journey.sink.testing.TestRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the topics of a real broker to the API; a class a database extends it. */
abstract class SinkApplicationContract {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final String prefix = "t" + UUID.randomUUID();
    private DatabaseSettings database;
    private Publisher publisher;
    private SinkApplication sink;

    @BeforeEach
    void prepare(@TempDir Path directory) {
        database = kind().fresh(directory);
        publisher = new Publisher(prefix);
        sink = new SinkApplication(settings(Map.of()));
    }

    @AfterEach
    void end() {
        sink.close();
        publisher.close();
    }

    abstract TestDatabase kind();

    @Test
    void whatIsPublishedCanBeAskedFor() throws Exception {
        createTopics(2);
        sink.start();

        publish();

        assertThat(sink.awaitLanded(PATIENCE)).isTrue();
        assertThat(json("/api/v1/balance?journey=shop"))
                .isEqualTo(
                        JSON.readTree(
                                """
                                [{"source":"app","read":5,"inJourneys":5,"duplicate":0,"rejected":0},
                                 {"source":"web","read":12,"inJourneys":9,"duplicate":2,"rejected":1}]"""));
        assertThat(json("/api/v1/windows?journey=shop&window=day")).hasSize(2);
        assertThat(get("/health/ready").statusCode()).isEqualTo(200);
    }

    @Test
    void tombstonesDeleteAndAbortedTransactionsAreNotSeen() throws Exception {
        createTopics(1);
        sink.start();
        publish();
        publisher
                .begin()
                .send(SinkTable.BALANCE, new BalanceKey("shop", "forged"), new Balance(1, 9L, 9L, 0L, 0L))
                .send(SinkTable.BALANCE, new BalanceKey("shop", "app"), null)
                .abort();
        publisher
                .begin()
                .send(SinkTable.BALANCE, new BalanceKey("shop", "web"), null)
                .commit();

        assertThat(sink.awaitLanded(PATIENCE)).isTrue();

        assertThat(json("/api/v1/balance?journey=shop").findValuesAsText("source"))
                .containsExactly("app");
    }

    @Test
    void topicsThatAppearLaterAreRead() throws Exception {
        sink.start();
        createTopics(1);

        publish();

        assertThat(sink.awaitLanded(PATIENCE)).isTrue();
        assertThat(json("/api/v1/segments?journey=shop")).hasSize(3);
    }

    @Test
    void aRestartGoesOnWhereTheLastOneStopped() throws Exception {
        createTopics(1);
        sink.start();
        publish();
        assertThat(sink.awaitLanded(PATIENCE)).isTrue();
        sink.close();
        publisher
                .begin()
                .send(SinkTable.BALANCE, new BalanceKey("shop", "phone"), new Balance(1, 1L, 1L, 0L, 0L))
                .commit();

        sink = new SinkApplication(settings(Map.of()));
        sink.start();

        assertThat(sink.awaitLanded(PATIENCE)).isTrue();
        assertThat(json("/api/v1/balance?journey=shop").findValuesAsText("source"))
                .containsExactly("app", "phone", "web");
        assertThat(scraped("journey_sink_records_total{table=\"balance\"}")).isEqualTo(1);
    }

    private void publish() {
        publisher.begin();
        SampleJourney.records().forEach(record -> publisher.send(record.table(), record.key(), record.value()));
        publisher.commit();
    }

    private void createTopics(int partitions) {
        TestBroker.running()
                .create(
                        partitions,
                        Arrays.stream(SinkTable.values())
                                .map(table -> table.topic().named(prefix))
                                .toArray(String[]::new));
    }

    private SinkSettings settings(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of(
                SinkConfig.BOOTSTRAP_SERVERS, TestBroker.running().bootstrapServers(),
                SinkConfig.SCHEMA_REGISTRY_URL, TestRegistry.running().url(),
                SinkConfig.TOPIC_PREFIX, prefix,
                SinkConfig.DATABASE_URL, database.url(),
                SinkConfig.FLUSH_INTERVAL_MS, "200",
                SinkConfig.HTTP_PORT, "0"));
        settings.putAll(more);
        return SinkSettings.of(settings);
    }

    private JsonNode json(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private double scraped(String series) throws IOException, InterruptedException {
        return get("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .sum();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(sink.pageUri() + path.substring(1)))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}

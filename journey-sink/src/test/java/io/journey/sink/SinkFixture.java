package io.journey.sink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.journey.sink.database.DatabaseSettings;
import io.journey.sink.table.SinkTable;
import io.journey.sink.testing.Publisher;
import io.journey.sink.testing.SampleJourney;
import io.journey.sink.testing.SharedBroker;
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
import java.util.concurrent.Callable;

/** Topics of its own on the shared broker, an empty database and what it takes to run sinks between them. */
final class SinkFixture implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final String prefix = "t" + UUID.randomUUID();
    private final DatabaseSettings database;
    private final Publisher publisher = new Publisher(prefix);

    SinkFixture(TestDatabase kind, Path directory) {
        this(kind.fresh(directory));
    }

    SinkFixture(DatabaseSettings database) {
        this.database = database;
    }

    DatabaseSettings database() {
        return database;
    }

    Publisher publisher() {
        return publisher;
    }

    String topic(SinkTable table) {
        return table.topic().named(prefix);
    }

    void createTopics(int partitions) {
        SharedBroker.running()
                .create(
                        partitions,
                        Arrays.stream(SinkTable.values()).map(this::topic).toArray(String[]::new));
    }

    void publishSampleJourney() {
        publisher.begin();
        SampleJourney.records().forEach(record -> publisher.send(record.table(), record.key(), record.value()));
        publisher.commit();
    }

    Map<String, String> settings(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of(
                SinkConfig.BOOTSTRAP_SERVERS,
                SharedBroker.running().bootstrapServers(),
                SinkConfig.SCHEMA_REGISTRY_URL,
                TestRegistry.running().url(),
                SinkConfig.TOPIC_PREFIX,
                prefix,
                SinkConfig.DATABASE_URL,
                database.url(),
                SinkConfig.FLUSH_INTERVAL_MS,
                "200",
                SinkConfig.HTTP_PORT,
                "0"));
        settings.putAll(more);
        return settings;
    }

    /** A started sink; the caller closes it. */
    SinkApplication start(Map<String, String> more) {
        SinkApplication sink = new SinkApplication(SinkSettings.of(settings(more)));
        sink.start();
        return sink;
    }

    static JsonNode json(SinkApplication sink, String path) throws IOException, InterruptedException {
        return JSON.readTree(get(sink, path).body());
    }

    static HttpResponse<String> get(SinkApplication sink, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(sink.pageUri() + path.substring(1)))
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** Value of a series in the sink's metrics, 0 when there is none. */
    static double scraped(SinkApplication sink, String series) throws IOException, InterruptedException {
        return get(sink, "/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .sum();
    }

    /** Looks again and again until the condition holds. */
    static void await(String what, Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within " + PATIENCE + ": " + what);
            }
            Thread.sleep(50);
        }
    }

    @Override
    public void close() {
        publisher.close();
    }
}

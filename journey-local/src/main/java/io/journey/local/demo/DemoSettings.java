package io.journey.local.demo;

import io.journey.local.house.Cluster;
import io.journey.sink.SinkConfig;
import io.journey.sink.SinkSettings;
import io.journey.streams.config.StreamsSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.StreamsConfig;

/**
 * What the demo's parts are set to.
 *
 * @param cluster the demo's broker and registry
 * @param directory where streams and sink keep their data
 * @param threads stream threads
 * @param port of the page; 0 for a free one
 */
record DemoSettings(Cluster cluster, Path directory, int threads, int port) {

    /** The same after every restart, so that the streams take their work up at once. */
    private static final String INSTANCE = "demo";

    StreamsSettings streams() {
        Map<String, String> settings = new HashMap<>(cluster.clients());
        settings.put(
                StreamsConfig.STATE_DIR_CONFIG, directory.resolve("streams").toString());
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, String.valueOf(threads));
        settings.put(StreamsSettings.INSTANCE_ID, INSTANCE);
        settings.put(StreamsSettings.HTTP_LISTEN, "127.0.0.1:0");
        return new StreamsSettings(settings);
    }

    /**
     * @param customers where the streams answer questions about customers
     */
    SinkSettings sink(URI customers) {
        Map<String, String> settings = new HashMap<>();
        cluster.clients().forEach((name, value) -> settings.put(SinkConfig.KAFKA_PREFIX + name, value));
        settings.put(SinkConfig.DATABASE_URL, "jdbc:duckdb:" + directory.resolve("sink.duckdb"));
        settings.put(SinkConfig.HTTP_PORT, String.valueOf(port));
        settings.put(SinkConfig.STREAMS_URL, customers.toString());
        return SinkSettings.of(settings);
    }
}

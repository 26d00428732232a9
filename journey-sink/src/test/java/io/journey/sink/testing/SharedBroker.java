package io.journey.sink.testing;

import io.journey.events.support.TestBroker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;

/** A real broker; all tests of the process share one and keep apart by topic prefix. */
public final class SharedBroker {

    private static final SharedBroker RUNNING = start();

    private final String bootstrapServers;
    private final Admin admin;

    private SharedBroker(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
    }

    public static SharedBroker running() {
        return RUNNING;
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    public Admin admin() {
        return admin;
    }

    public void create(int partitions, String... topics) {
        List<NewTopic> wanted = Arrays.stream(topics)
                .map(topic -> new NewTopic(topic, partitions, (short) 1))
                .toList();
        try {
            admin.createTopics(wanted).all().get();
        } catch (InterruptedException | ExecutionException failure) {
            throw new IllegalStateException("cannot create " + List.of(topics), failure);
        }
    }

    private static SharedBroker start() {
        try {
            Path directory = Files.createTempDirectory("journey-sink-broker");
            TestBroker broker = TestBroker.start(directory);
            Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
            return new SharedBroker(broker.bootstrapServers());
        } catch (Exception failure) {
            throw new IllegalStateException("the tests' broker does not start", failure);
        }
    }
}

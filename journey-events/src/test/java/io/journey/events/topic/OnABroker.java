package io.journey.events.topic;

import io.journey.events.support.TestBroker;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Tests that share one real broker. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OnABroker {

    TestBroker broker;
    Admin admin;

    @BeforeAll
    void startBroker(@TempDir Path directory) throws Exception {
        broker = TestBroker.start(directory);
        admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
    }

    @AfterAll
    void stopBroker() {
        admin.close();
        broker.close();
    }
}

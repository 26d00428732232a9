package io.journey.local.limits;

import io.journey.core.definition.Definition;
import io.journey.events.identity.Identities;
import io.journey.events.identity.IdentityHash;
import io.journey.events.producer.TouchpointProducer;
import io.journey.events.topic.JourneyTopic;
import io.journey.events.v1.Balance;
import io.journey.events.v1.Touchpoint;
import io.journey.local.house.Cluster;
import io.journey.local.house.Topics;
import io.journey.local.identity.Patience;
import io.journey.streams.JourneyApplication;
import io.journey.streams.config.StreamsSettings;
import io.journey.streams.definition.DefinitionFile;
import io.journey.streams.table.TopicTable;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** One application on topics of its own, what is sent to it, and what an outsider reads of it. */
final class Run implements AutoCloseable {

    /** What became of all records, whatever their source. */
    record Account(long read, long inJourneys, long duplicate, long rejected) {}

    private final Cluster cluster;
    private final String prefix;
    private final Definition definition;
    private final JourneyApplication application;
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    private Run(Cluster cluster, String prefix, Path state, Definition definition, Map<String, String> more) {
        this.cluster = cluster;
        this.prefix = prefix;
        this.definition = definition;
        Map<String, String> settings = new HashMap<>(cluster.clients());
        settings.put("state.dir", state.toString());
        settings.put(StreamsSettings.APPLICATION_PREFIX, prefix);
        settings.put(StreamsSettings.TOPIC_PREFIX, prefix);
        settings.putAll(more);
        this.application = new JourneyApplication(new StreamsSettings(settings), List.of(definition), meters);
    }

    /** Provides the topics, each with one partition, so that one task meets all of it; and starts. */
    static Run start(Cluster cluster, String prefix, Path state, String definition, Map<String, String> settings)
            throws InterruptedException {
        Topics.provide(cluster, prefix, Optional.of(1));
        Definition read = ((DefinitionFile.Valid) DefinitionFile.read("run.yaml", definition)).definition();
        Run run = new Run(cluster, prefix, state, read, settings);
        run.application.start();
        return run;
    }

    /** Returns when all are stored. */
    void send(List<Touchpoint> events) {
        Identities identities = new Identities(definition.identity().ladder(), Map.of(), IdentityHash.NONE);
        try (TouchpointProducer producer =
                new TouchpointProducer(JourneyTopic.TOUCHPOINTS.named(prefix), identities, cluster.clients())) {
            events.forEach(producer::send);
        }
    }

    /** Sends a record as it is. */
    void send(byte[] key, byte[] value) throws InterruptedException, ExecutionException {
        Map<String, Object> settings = new HashMap<>(cluster.clients());
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 8 * 1024 * 1024);
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(JourneyTopic.TOUCHPOINTS.named(prefix), key, value))
                    .get();
        }
    }

    /** The last value per key among what is committed. */
    <K extends SpecificRecord, V extends SpecificRecord> Map<K, V> table(JourneyTopic topic) {
        try (TopicTable<K, V> table = application.published().table(topic)) {
            return new HashMap<>(table.refresh());
        }
    }

    /** The account over all sources, once so many records have been read. */
    Account accountOf(long read) throws InterruptedException {
        Patience.until(read + " records in the balance", () -> account().read() == read);
        return account();
    }

    private Account account() {
        if (application.state() == JourneyApplication.State.FAILED) {
            throw new AssertionError("processing failed", application.failure());
        }
        Map<SpecificRecord, Balance> rows = table(JourneyTopic.BALANCE);
        return new Account(
                rows.values().stream().mapToLong(Balance::getRead).sum(),
                rows.values().stream().mapToLong(Balance::getInJourneys).sum(),
                rows.values().stream().mapToLong(Balance::getDuplicate).sum(),
                rows.values().stream().mapToLong(Balance::getRejected).sum());
    }

    double rejectedFor(String reason) {
        return meters.get("journey.records.rejected")
                .tag("reason", reason)
                .counter()
                .count();
    }

    @Override
    public void close() {
        application.close();
    }
}

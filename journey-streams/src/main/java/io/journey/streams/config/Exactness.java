package io.journey.streams.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** What settings that go to Kafka must not take away: that every event counts exactly once. */
final class Exactness {

    /** Names from before Kafka 4 too, which it still reads. */
    private static final List<String> HANDLERS = List.of(
            "deserialization.exception.handler",
            "default.deserialization.exception.handler",
            "processing.exception.handler",
            "production.exception.handler",
            "default.production.exception.handler");

    private Exactness() {}

    /**
     * @param given settings by their full names
     */
    static List<String> faults(Map<String, String> given) {
        List<String> faults = new ArrayList<>();
        String guarantee = StreamsSettings.KAFKA + StreamsConfig.PROCESSING_GUARANTEE_CONFIG;
        String guaranteed = given.getOrDefault(guarantee, StreamsConfig.EXACTLY_ONCE_V2);
        if (!guaranteed.equals(StreamsConfig.EXACTLY_ONCE_V2)) {
            faults.add(
                    wrong(guaranteed, guarantee, StreamsConfig.EXACTLY_ONCE_V2 + ", or it would count events twice"));
        }
        for (String handler : HANDLERS) {
            String name = StreamsSettings.KAFKA + handler;
            if (given.containsKey(name)) {
                faults.add(wrong(
                        given.getOrDefault(name, ""),
                        name,
                        "none, because one that goes on would leave events out of every number"));
            }
        }
        // A task whose producer had no more patience is closed, and what it had written until then would be committed
        // with the other tasks of its thread if the transaction still lived.
        String patience = ofProducer(given, ProducerConfig.MAX_BLOCK_MS_CONFIG, "60000");
        String transaction = ofProducer(given, ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, "10000");
        if (isNumber(patience) && isNumber(transaction) && Long.parseLong(patience) <= Long.parseLong(transaction)) {
            faults.add(wrong(
                    patience,
                    "kafka.producer.max.block.ms",
                    "more than kafka.producer.transaction.timeout.ms, " + transaction));
        }
        return faults;
    }

    private static String wrong(String value, String name, String expected) {
        return "Invalid value " + value + " for configuration " + name + ": expected " + expected;
    }

    private static String ofProducer(Map<String, String> given, String name, String otherwise) {
        String forAll = given.getOrDefault(StreamsSettings.KAFKA + name, otherwise);
        return given.getOrDefault(StreamsSettings.KAFKA + StreamsConfig.producerPrefix(name), forAll);
    }

    /** What is none, Kafka itself refuses. */
    private static boolean isNumber(String value) {
        return value.matches("\\d{1,18}");
    }
}

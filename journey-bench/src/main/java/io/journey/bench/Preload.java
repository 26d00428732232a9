package io.journey.bench;

import io.journey.events.json.ParsedTouchpoint;
import io.journey.events.json.TouchpointJson;
import io.journey.events.serde.SpecificAvroSerializer;
import io.journey.events.topic.JourneyTopic;
import io.journey.events.v1.Touchpoint;
import io.journey.events.v1.TouchpointKey;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;

/**
 * Puts the same events into topics of their own before each run.
 *
 * <p>More events than the file has are made by following each with copies of other customers, so that the order in event
 * time and the shape of every history stay as they are.
 */
final class Preload {

    /** Namespace of the identities that anonymous events have. */
    static final String COOKIE = "cookie";

    private static final int PARTITIONS = 4;

    private final List<Touchpoint> events;
    private final int copies;

    private Preload(List<Touchpoint> events, int copies) {
        this.events = events;
        this.copies = copies;
    }

    /**
     * @param file lines of JSON, compressed by gzip
     * @param copies how often each event is written, from 1
     */
    static Preload of(Path file, int copies) throws IOException {
        List<Touchpoint> events = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (TouchpointJson.parse(line) instanceof ParsedTouchpoint.Event event) {
                    events.add(event.touchpoint());
                }
            }
        }
        return new Preload(events, copies);
    }

    /** How many events a run gets. */
    long size() {
        return (long) events.size() * copies;
    }

    /**
     * Writes the events.
     *
     * @param anonymous percentage of events that know their customer by a cookie only; the cookie is claimed by the
     *     customer's first event
     */
    void into(Surroundings surroundings, int anonymous) throws InterruptedException {
        createTopics(surroundings);
        Map<String, Object> settings = new HashMap<>(surroundings.clients());
        settings.put("compression.type", "lz4");
        settings.put("batch.size", 128 * 1024);
        settings.put("linger.ms", 50);
        SpecificAvroSerializer<TouchpointKey> keys = new SpecificAvroSerializer<>();
        keys.configure(settings, true);
        SpecificAvroSerializer<Touchpoint> values = new SpecificAvroSerializer<>();
        values.configure(settings, false);
        String topic = JourneyTopic.TOUCHPOINTS.named(surroundings.topicPrefix());
        AtomicReference<Exception> failure = new AtomicReference<>();
        Set<String> met = new HashSet<>();
        try (KafkaProducer<TouchpointKey, Touchpoint> producer = new KafkaProducer<>(settings, keys, values)) {
            for (Touchpoint event : events) {
                for (int copy = 0; copy < copies; copy++) {
                    String suffix = copy == 0 ? "" : "~" + copy;
                    Known known = anonymous == 0 ? Known.BY_NAME : known(event, suffix, anonymous, met);
                    Future<RecordMetadata> unused = producer.send(
                            record(topic, event, suffix, known),
                            (metadata, failed) -> failure.compareAndSet(null, failed));
                }
            }
        }
        if (failure.get() != null) {
            throw new KafkaException("an event was not written to " + topic, failure.get());
        }
    }

    private static void createTopics(Surroundings surroundings) throws InterruptedException {
        List<NewTopic> topics = Stream.of(JourneyTopic.values())
                .map(topic -> new NewTopic(
                                topic.named(surroundings.topicPrefix()),
                                topic.partitions().of(PARTITIONS),
                                (short) 1)
                        .configs(topic.config()))
                .collect(Collectors.toCollection(ArrayList::new));
        topics.add(new NewTopic(Floor.output(surroundings), PARTITIONS, (short) 1));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", surroundings.bootstrapServers()))) {
            admin.createTopics(topics).all().get();
        } catch (ExecutionException e) {
            throw new KafkaException("the topics of " + surroundings.topicPrefix() + " were not created", e.getCause());
        }
    }

    /** How an event knows its customer. */
    private enum Known {
        BY_NAME,
        BY_COOKIE,
        BY_BOTH
    }

    private static Known known(Touchpoint event, String suffix, int anonymous, Set<String> met) {
        if (met.add(customer(event).getValue() + suffix)) {
            return Known.BY_BOTH;
        }
        boolean isAnonymous = Math.floorMod((event.getEventId() + suffix).hashCode(), 100) < anonymous;
        return isAnonymous ? Known.BY_COOKIE : Known.BY_NAME;
    }

    private static Map.Entry<String, String> customer(Touchpoint event) {
        return event.getIdentities().entrySet().iterator().next();
    }

    private static ProducerRecord<TouchpointKey, Touchpoint> record(
            String topic, Touchpoint event, String suffix, Known known) {
        Map.Entry<String, String> customer = customer(event);
        Map<String, String> identities = new HashMap<>();
        if (known != Known.BY_COOKIE) {
            identities.put(customer.getKey(), customer.getValue() + suffix);
        }
        if (known != Known.BY_NAME) {
            identities.put(COOKIE, customer.getValue() + suffix);
        }
        String namespace = known == Known.BY_COOKIE ? COOKIE : customer.getKey();
        Touchpoint copy = Touchpoint.newBuilder(event)
                .setEventId(event.getEventId() + suffix)
                .setIdentities(identities)
                .build();
        return new ProducerRecord<>(topic, new TouchpointKey(namespace, customer.getValue() + suffix), copy);
    }
}

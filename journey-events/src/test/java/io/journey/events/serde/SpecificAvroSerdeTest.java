package io.journey.events.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.journey.events.registry.PublishedSchema;
import io.journey.events.registry.RegistryRefusedException;
import io.journey.events.registry.RegistryUnavailableException;
import io.journey.events.reject.RejectReason;
import io.journey.events.support.SmallRegistry;
import io.journey.events.support.Touchpoints;
import io.journey.events.v1.Stage;
import io.journey.events.v1.Touchpoint;
import io.journey.events.v1.TouchpointKey;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SpecificAvroSerdeTest {

    private static final String TOPIC = "journey.touchpoints.v1";

    private final SmallRegistry registry = SmallRegistry.start();

    @AfterEach
    void stopRegistry() {
        registry.close();
    }

    @Test
    void readsWhatItWrote() {
        Serde<Touchpoint> serde = serde(Map.of());

        for (Touchpoint event : List.of(Touchpoints.full(), Touchpoints.bare())) {
            byte[] bytes = serde.serializer().serialize(TOPIC, event);

            assertThat(serde.deserializer().deserialize(TOPIC, bytes)).isEqualTo(event);
        }
    }

    @Test
    void nullStaysNull() {
        Serde<Touchpoint> serde = serde(Map.of());

        assertThat(serde.serializer().serialize(TOPIC, null)).isNull();
        assertThat(serde.deserializer().deserialize(TOPIC, null)).isNull();
    }

    @Test
    void namesTheSchemaOfTheTopicInFourBytes() {
        registry.put("something", "\"string\"");
        Serde<Touchpoint> serde = serde(Map.of());

        byte[] bytes = serde.serializer().serialize(TOPIC, Touchpoints.full());

        assertThat(Arrays.copyOf(bytes, 5)).containsExactly(0, 0, 0, 0, 2);
        assertThat(registry.subjects()).contains(TOPIC + "-value");
        assertThat(registry.schema(2)).doesNotContain("avro.java.string");
    }

    @Test
    void keysHaveTheirOwnSubject() {
        SpecificAvroSerde<TouchpointKey> serde = new SpecificAvroSerde<>();
        serde.configure(settings(Map.of()), true);

        byte[] bytes = serde.serializer().serialize(TOPIC, new TouchpointKey("customer", "42"));

        assertThat(registry.subjects()).containsExactly(TOPIC + "-key");
        assertThat(serde.deserializer().deserialize(TOPIC, bytes)).isEqualTo(new TouchpointKey("customer", "42"));
    }

    @Test
    void asksTheRegistryOnceForEachSubject() {
        Serde<Touchpoint> serde = serde(Map.of());

        for (int i = 0; i < 100; i++) {
            serde.deserializer().deserialize(TOPIC, serde.serializer().serialize(TOPIC, Touchpoints.full()));
        }

        assertThat(registry.requests()).hasSize(1);
    }

    @Test
    void doesNotRegisterUnlessToldTo() {
        Serde<Touchpoint> serde = serde(Map.of("auto.register.schemas", "false"));

        assertThatThrownBy(() -> serde.serializer().serialize(TOPIC, Touchpoints.full()))
                .isInstanceOf(RegistryRefusedException.class)
                .hasMessageContaining(TOPIC + "-value")
                .hasMessageContaining("Subject '" + TOPIC + "-value' not found")
                .hasMessageContaining("auto.register.schemas=true");
        assertThat(registry.subjects()).isEmpty();
    }

    @Test
    void namesTheDifferenceToTheRegisteredSchema() {
        registry.put(TOPIC + "-value", withoutField("attributes").toString());
        Serde<Touchpoint> serde = serde(Map.of("auto.register.schemas", "false"));

        assertThatThrownBy(() -> serde.serializer().serialize(TOPIC, Touchpoints.full()))
                .isInstanceOf(RegistryRefusedException.class)
                .hasMessageContaining("version 1 is registered: field attributes is only in ours");
    }

    @Test
    void writesUnderTheLatestVersionWhenItDiffersOnlyInDocumentation() {
        String undocumented =
                published().toString().replaceAll("\"doc\":\"[^\"]*\",?", "").replace(",}", "}");
        int id = registry.put(TOPIC + "-value", undocumented);
        Serde<Touchpoint> serde = serde(Map.of("auto.register.schemas", "false", "use.latest.version", "true"));

        byte[] bytes = serde.serializer().serialize(TOPIC, Touchpoints.full());

        assertThat(ByteBuffer.wrap(bytes).getInt(1)).isEqualTo(id);
    }

    @Test
    void readsOlderSchemasWithDefaults() throws Exception {
        Schema older = withoutField("attributes");
        int id = registry.put(TOPIC + "-value", older.toString());

        Touchpoint read = serde(Map.of()).deserializer().deserialize(TOPIC, written(id, older, generic(older)));

        assertThat(read.getEventId()).isEqualTo("e1");
        assertThat(read.getAttributes()).isEmpty();
    }

    @Test
    void readsWhatConfluentsOwnSerializerRegistered() {
        int id = registry.put(TOPIC + "-value", Touchpoint.getClassSchema().toString());
        byte[] bytes = serde(Map.of()).serializer().serialize("other", Touchpoints.full());
        ByteBuffer.wrap(bytes).putInt(1, id);

        assertThat(serde(Map.of()).deserializer().deserialize(TOPIC, bytes)).isEqualTo(Touchpoints.full());
    }

    @Test
    void givesEachKindOfBadBytesItsReason() throws Exception {
        byte[] good = serde(Map.of()).serializer().serialize(TOPIC, Touchpoints.full());
        Schema noChannel = withoutField("channel");
        int noChannelId = registry.put(TOPIC + "-value", noChannel.toString());
        int jsonId = registry.put(TOPIC + "-value", "{\"type\":");
        int stageId = registry.put(
                "stages", PublishedSchema.of(Stage.getClassSchema()).toString());
        int foreignId = registry.put("foreign", "{\"type\":\"record\",\"name\":\"java.lang.Runtime\",\"fields\":[]}");

        assertReason(new byte[0], RejectReason.EMPTY);
        assertReason(new byte[] {0, 0, 0}, RejectReason.TRUNCATED);
        assertReason(Arrays.copyOf(good, good.length - 1), RejectReason.TRUNCATED);
        assertReason(Arrays.copyOf(good, 5), RejectReason.TRUNCATED);
        assertReason("{\"eventId\":1}".getBytes(StandardCharsets.UTF_8), RejectReason.WRONG_MAGIC_BYTE);
        assertReason(withId(good, 4711), RejectReason.UNKNOWN_SCHEMA);
        assertReason(withId(good, -1), RejectReason.UNKNOWN_SCHEMA);
        assertReason(withId(good, stageId), RejectReason.WRONG_TYPE);
        assertReason(withId(good, foreignId), RejectReason.WRONG_TYPE);
        assertReason(withId(good, jsonId), RejectReason.WRONG_TYPE);
        assertReason(written(noChannelId, noChannel, generic(noChannel)), RejectReason.MISSING_FIELD);
        assertReason(Arrays.copyOf(good, good.length + 3), RejectReason.MALFORMED);
    }

    @Test
    void aNullWhereWeRequireAValueIsAMissingField() throws Exception {
        String nullable = published()
                .toString()
                .replace(
                        "{\"name\":\"channel\",\"type\":\"string\"",
                        "{\"name\":\"channel\",\"type\":[\"null\",\"string\"]");
        Schema writer = new Schema.Parser().parse(nullable);
        int id = registry.put(TOPIC + "-value", nullable);
        GenericRecord present = generic(writer);
        GenericRecord absent = generic(writer);
        absent.put("channel", null);

        assertThat(serde(Map.of())
                        .deserializer()
                        .deserialize(TOPIC, written(id, writer, present))
                        .getChannel())
                .isEqualTo("web");
        assertReason(written(id, writer, absent), RejectReason.MISSING_FIELD);
    }

    @Test
    void findsInvalidTextAndLeavesAGenuineReplacementCharacterAlone() {
        byte[] good = serde(Map.of()).serializer().serialize(TOPIC, Touchpoints.full());
        byte[] bad = good.clone();
        int position = new String(bad, StandardCharsets.ISO_8859_1).indexOf("A_SUBMITTED");
        bad[position] = (byte) 0xff;

        UndecodableException invalid = undecodable(bad);

        assertThat(invalid.reason()).isEqualTo(RejectReason.INVALID_TEXT);
        assertThat(invalid).hasMessageContaining("touchpoint");
        assertThat(serde(Map.of())
                        .deserializer()
                        .deserialize(TOPIC, good)
                        .getAttributes()
                        .get("note"))
                .contains("\uFFFD");
    }

    @Test
    void aHugeLengthDoesNotAllocate() throws Exception {
        int id = registry.put(TOPIC + "-value", published().toString());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(WireFormat.header(id));
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        encoder.writeLong(Integer.MAX_VALUE - 100);
        encoder.flush();
        assertReason(bytes.toByteArray(), RejectReason.TRUNCATED);

        ByteArrayOutputStream negative = new ByteArrayOutputStream();
        negative.writeBytes(WireFormat.header(id));
        encoder = EncoderFactory.get().binaryEncoder(negative, null);
        encoder.writeLong(-7);
        encoder.flush();
        assertReason(negative.toByteArray(), RejectReason.MALFORMED);
    }

    @Test
    void noBytesAtAllMakeItFailOtherwiseThanWithAReason() {
        byte[] good = serde(Map.of()).serializer().serialize(TOPIC, Touchpoints.full());
        Serde<Touchpoint> serde = serde(Map.of());
        Random random = new Random(7);

        for (int i = 0; i < 5_000; i++) {
            byte[] altered = good.clone();
            for (int flips = random.nextInt(4); flips >= 0; flips--) {
                altered[5 + random.nextInt(altered.length - 5)] = (byte) random.nextInt();
            }
            try {
                serde.deserializer().deserialize(TOPIC, altered);
            } catch (UndecodableException e) {
                assertThat(e.reason()).isIn(RejectReason.TRUNCATED, RejectReason.MALFORMED, RejectReason.INVALID_TEXT);
            }
        }
    }

    @Test
    void aTypeCanBeDemanded() {
        SpecificAvroSerde<SpecificRecord> any = new SpecificAvroSerde<>();
        any.configure(settings(Map.of()), false);
        byte[] stage = any.serializer().serialize(TOPIC, new Stage(1, 0, false, true, null, null));

        SpecificAvroSerde<Touchpoint> strict = new SpecificAvroSerde<>();
        strict.configure(settings(Map.of("specific.avro.value.type", Touchpoint.class)), false);

        assertThat(any.deserializer().deserialize(TOPIC, stage)).isInstanceOf(Stage.class);
        UndecodableException wrong = catchThrowableOfType(
                UndecodableException.class, () -> strict.deserializer().deserialize(TOPIC, stage));
        assertThat(wrong.reason()).isEqualTo(RejectReason.WRONG_TYPE);
        assertThat(wrong).hasMessageContaining("io.journey.events.v1.Stage, expected io.journey.events.v1.Touchpoint");
    }

    @Test
    void aRegistryThatIsAwayIsNotTheRecordsFault() {
        byte[] good = serde(Map.of()).serializer().serialize(TOPIC, Touchpoints.full());
        Serde<Touchpoint> cold = serde(Map.of("max.retries", "0", "retries.wait.ms", "1"));
        registry.close();

        assertThatThrownBy(() -> cold.deserializer().deserialize(TOPIC, good))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("cannot get schema 1");
    }

    @Test
    void oneInstanceServesManyThreads() throws Exception {
        Serde<Touchpoint> serde = serde(Map.of());
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Integer>> results = IntStream.range(0, 8)
                    .mapToObj(thread -> threads.submit(() -> roundTrips(serde, thread)))
                    .toList();

            for (Future<Integer> result : results) {
                assertThat(result.get()).isEqualTo(1_000);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static int roundTrips(Serde<Touchpoint> serde, int thread) {
        int same = 0;
        for (int i = 0; i < 1_000; i++) {
            Touchpoint event = Touchpoint.newBuilder(Touchpoints.full())
                    .setEventId(thread + "-" + "x".repeat(i % 300))
                    .build();
            byte[] bytes = serde.serializer().serialize(TOPIC, event);
            if (event.equals(serde.deserializer().deserialize(TOPIC, bytes))) {
                same++;
            }
        }
        return same;
    }

    private Serde<Touchpoint> serde(Map<String, ?> more) {
        SpecificAvroSerde<Touchpoint> serde = new SpecificAvroSerde<>();
        serde.configure(settings(more), false);
        return serde;
    }

    private Map<String, Object> settings(Map<String, ?> more) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("schema.registry.url", registry.uri().toString());
        settings.put("auto.register.schemas", "true");
        settings.put("specific.avro.reader", "true");
        settings.putAll(more);
        return settings;
    }

    private void assertReason(byte[] bytes, RejectReason reason) {
        assertThat(undecodable(bytes).reason()).isEqualTo(reason);
    }

    private UndecodableException undecodable(byte[] bytes) {
        Serde<Touchpoint> serde = serde(Map.of("specific.avro.value.type", Touchpoint.class.getName()));
        return catchThrowableOfType(
                UndecodableException.class, () -> serde.deserializer().deserialize(TOPIC, bytes));
    }

    private static byte[] withId(byte[] bytes, int id) {
        byte[] changed = bytes.clone();
        ByteBuffer.wrap(changed).putInt(1, id);
        return changed;
    }

    private static Schema published() {
        return PublishedSchema.of(Touchpoint.getClassSchema());
    }

    private static Schema withoutField(String name) {
        Schema full = published();
        List<Schema.Field> fields = full.getFields().stream()
                .filter(field -> !field.name().equals(name))
                .map(field -> new Schema.Field(field, field.schema()))
                .toList();
        return Schema.createRecord(full.getName(), full.getDoc(), full.getNamespace(), false, fields);
    }

    private static GenericRecord generic(Schema schema) {
        Map<String, Object> values = Map.of(
                "eventId", "e1",
                "channel", "web",
                "touchpoint", "page_view",
                "occurredAt", 1L,
                "identities", Map.of("customer", "42"));
        GenericRecordBuilder builder = new GenericRecordBuilder(schema);
        values.forEach((name, value) -> {
            if (schema.getField(name) != null) {
                builder.set(name, value);
            }
        });
        return builder.build();
    }

    private static byte[] written(int id, Schema schema, GenericRecord record) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(WireFormat.header(id));
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new GenericDatumWriter<GenericRecord>(schema).write(record, encoder);
        encoder.flush();
        return bytes.toByteArray();
    }
}

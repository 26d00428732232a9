package io.journey.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.journey.core.identity.BatchAnswer;
import io.journey.core.identity.EventLines;
import io.journey.core.identity.PublishedRows;
import io.journey.core.identity.RandomLadder;
import io.journey.events.json.ParsedTouchpoint;
import io.journey.events.json.TouchpointJson;
import io.journey.events.topic.JourneyTopic;
import io.journey.events.v1.TouchpointKey;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is published is what a batch over the whole set of events gives, whatever identities claim of each other. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IdentityTest {

    private TestRegistry registry;

    @BeforeAll
    void start() {
        registry = new TestRegistry();
    }

    @AfterAll
    void stop() {
        registry.close();
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 36);
    }

    @ParameterizedTest(name = "RandomLadder.small({0})")
    @MethodSource("seeds")
    void aFewCollidingEventsGiveWhatTheBatchGives(long seed, @TempDir Path state) {
        assertThat(publish(RandomLadder.small(seed), seed, state))
                .as("RandomLadder.small(%d)", seed)
                .containsExactlyInAnyOrderEntriesOf(BatchAnswer.rows(RandomLadder.small(seed)));
    }

    @ParameterizedTest(name = "RandomLadder.large({0}, 150, 8)")
    @MethodSource("largeSeeds")
    void manyEventsGiveWhatTheBatchGives(long seed, @TempDir Path state) {
        RandomLadder ladder = RandomLadder.large(seed, 150, 8);
        assertThat(publish(ladder, seed, state))
                .as("RandomLadder.large(%d, 150, 8)", seed)
                .containsExactlyInAnyOrderEntriesOf(BatchAnswer.rows(ladder));
    }

    static LongStream largeSeeds() {
        return LongStream.rangeClosed(1, 3);
    }

    /** Time closes and opens again on the way, so that lapses are published that later events take back. */
    private Map<String, String> publish(RandomLadder ladder, long seed, Path state) {
        Random random = new Random(seed);
        PublishedRows rows = new PublishedRows();
        try (Pipeline pipeline = new Pipeline(ladder.definition(), state, registry.url())) {
            for (String line : EventLines.of(ladder, seed)) {
                ParsedTouchpoint.Event event = (ParsedTouchpoint.Event) TouchpointJson.parse(line);
                pipeline.send(new TouchpointKey("any", "key"), event.touchpoint());
                if (random.nextInt(15) == 0) {
                    pipeline.closeAt(Instant.ofEpochMilli(RandomLadder.END - random.nextLong(5000 * 60_000L)));
                }
            }
            pipeline.closeAt(Instant.ofEpochMilli(RandomLadder.END));
            for (JourneyTopic topic : JourneyTopic.RESULTS) {
                pipeline.table(topic).forEach((key, value) -> rows.add(topic.noun(), fields(key), fields(value)));
            }
        }
        return rows.rows();
    }

    private static Map<String, @Nullable Object> fields(SpecificRecord record) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (Schema.Field field : record.getSchema().getFields()) {
            fields.put(field.name(), record.get(field.pos()));
        }
        return fields;
    }
}

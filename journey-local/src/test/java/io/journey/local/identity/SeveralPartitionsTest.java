package io.journey.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.journey.core.identity.RandomLadder;
import io.journey.local.TestHouse;
import io.journey.streams.JourneyApplication;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Identities that live in different partitions and threads come to the answer of the batch over all events. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeveralPartitionsTest {

    private TestHouse house;

    @BeforeAll
    void open(@TempDir Path directory) throws Exception {
        house = TestHouse.open(directory);
    }

    @AfterAll
    void close() {
        house.close();
    }

    @ParameterizedTest(name = "RandomLadder.large({0}, 300, 12)")
    @ValueSource(longs = {11, 12, 13, 14})
    void threeThreadsOverFourPartitionsPublishWhatTheBatchGives(long seed, @TempDir Path state) throws Exception {
        RandomLadder ladder = RandomLadder.large(seed, 300, 12);
        try (RandomCase given = RandomCase.on(house.cluster(), "case" + seed, 4, ladder, seed);
                JourneyApplication application = given.application(state, Map.of("num.stream.threads", "3"))) {
            // Half lies there at the start, half comes while it is being processed.
            given.send(given.unsent() / 2);
            application.start();
            given.finish(application);

            assertThat(given.published(application))
                    .as("RandomLadder.large(%d, 300, 12)", seed)
                    .containsExactlyInAnyOrderEntriesOf(given.batchAnswer());
        }
    }
}

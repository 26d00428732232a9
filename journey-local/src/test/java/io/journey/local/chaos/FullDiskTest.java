package io.journey.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journey.core.identity.RandomLadder;
import io.journey.local.house.House;
import io.journey.local.identity.Patience;
import io.journey.local.identity.RandomCase;
import io.journey.streams.JourneyApplication;
import io.journey.streams.StateDiskFullException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full ends the application in order; with space again, the answer is that of the batch. */
class FullDiskTest {

    private static final String PREFIX = "full";
    private static final long SEED = 5;
    private static final Map<String, String> SETTINGS = Map.of("rocksdb.config.setter", SmallMemtables.class.getName());

    @TempDir
    Path folder = Path.of("");

    @Test
    void whatFilledUpWhileEventsCameGoesOnOnceThereIsSpace() throws Exception {
        RandomLadder ladder = RandomLadder.large(SEED, 3_000, 100);
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"), 200);
                House house = House.open(folder.resolve("house"), 0, 0);
                RandomCase given = RandomCase.on(house.cluster(), PREFIX, 1, ladder, SEED)) {
            try (JourneyApplication application = given.application(disk.path(), SETTINGS)) {
                application.start();
                given.send(300);
                Patience.until(
                        "the first results", () -> given.published(application).size() > 10);
                disk.fill();

                given.send(2_000);
                Patience.until("the failure", () -> application.state() == JourneyApplication.State.FAILED);

                assertThat(application.failure())
                        .isInstanceOf(StateDiskFullException.class)
                        .hasMessageContaining("the disk of state.dir " + disk.path() + " is full (")
                        .hasMessageContaining("MB free): make space on it");
            }
            assertThatItGoesOn(disk, given);
        }
    }

    @Test
    void onADiskThatIsFullFromTheBeginningItFailsAndSaysSo() throws Exception {
        RandomLadder ladder = RandomLadder.large(SEED, 300, 20);
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"), 200);
                House house = House.open(folder.resolve("house"), 0, 0);
                RandomCase given = RandomCase.on(house.cluster(), PREFIX, 1, ladder, SEED)) {
            given.send(100);
            disk.fill();
            try (JourneyApplication application = given.application(disk.path(), SETTINGS)) {
                assertThatThrownBy(application::start)
                        .isInstanceOf(StateDiskFullException.class)
                        .hasMessageContaining("the disk of state.dir " + disk.path() + " is full (");
            }
            assertThatItGoesOn(disk, given);
        }
    }

    private static void assertThatItGoesOn(SmallDisk disk, RandomCase given) throws Exception {
        disk.makeSpace();
        try (JourneyApplication again = given.application(disk.path(), SETTINGS)) {
            again.start();
            given.finish(again, Patience.LONGEST, () -> {});

            assertThat(given.published(again)).containsExactlyInAnyOrderEntriesOf(given.batchAnswer());
        }
    }
}

package io.journey.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.journey.core.identity.RandomLadder;
import io.journey.local.ChildProcess;
import io.journey.local.TestHouse;
import io.journey.streams.JourneyApplication;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Instances that come and go while claims arrive leave what one instance would, and what a batch gives. */
class ThreeInstancesTest {

    private static final String PREFIX = "three";
    private static final long SEED = 7;
    private static final int SIZE = 2_000;
    private static final int PEOPLE = 150;
    private static final int LEFT_FOR_THE_END = 300;

    private final List<ChildProcess> instances = new ArrayList<>();

    @TempDir
    Path folder = Path.of("");

    @Test
    void oneIsKilledAndOneIsAddedWhileClaimsArrive() throws Exception {
        RandomLadder ladder = RandomLadder.large(SEED, SIZE, PEOPLE);
        try (TestHouse house = TestHouse.open(folder.resolve("house"));
                RandomCase given = RandomCase.on(house.cluster(), PREFIX, 6, ladder, SEED);
                JourneyApplication reader = given.application(folder.resolve("reader"), Map.of())) {
            Map<String, String> clients = house.cluster().clients();
            for (String name : List.of("first", "second", "third")) {
                start(name, clients);
            }
            Patience.until("three running instances", () -> instances.stream().allMatch(ThreeInstancesTest::isRunning));
            given.send(400);
            feedUntil(given, "the first results", () -> given.published(reader).size() > 10);

            given.send(100);
            instances.get(1).kill();
            given.send(100);
            instances.remove(1);
            start("fourth", clients);
            feedUntil(given, "the fourth instance", () -> instances.stream().allMatch(ThreeInstancesTest::isRunning));
            given.finish(reader);

            assertThat(given.published(reader))
                    .as("RandomLadder.large(%d, %d, %d)", SEED, SIZE, PEOPLE)
                    .containsExactlyInAnyOrderEntriesOf(given.batchAnswer());
            assertThat(instances).allMatch(ThreeInstancesTest::isRunning);
        } finally {
            instances.forEach(ChildProcess::close);
        }
    }

    private void start(String name, Map<String, String> clients) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                PREFIX,
                folder.resolve("state-" + name).toString(),
                String.valueOf(SEED),
                String.valueOf(SIZE),
                String.valueOf(PEOPLE),
                "journey.instance.id=" + name,
                // What the killed one held is given to others after this time.
                "consumer.session.timeout.ms=10000",
                "consumer.heartbeat.interval.ms=1000"));
        clients.forEach((setting, value) -> arguments.add(setting + "=" + value));
        instances.add(ChildProcess.start(InstanceMain.class, folder.resolve(name + ".txt"), arguments));
    }

    /** Whether it has taken up its work; fails when it has ended. */
    private static boolean isRunning(ChildProcess instance) {
        assertThat(instance.isAlive()).as(instance::said).isTrue();
        return instance.hasSaid(InstanceMain.RUNNING);
    }

    private static void feedUntil(RandomCase given, String what, BooleanSupplier condition)
            throws InterruptedException {
        Patience.until(what, () -> {
            if (given.unsent() > LEFT_FOR_THE_END) {
                given.send(2);
            }
            return condition.getAsBoolean();
        });
    }
}

package io.journey.local.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.journey.local.Ran;
import io.journey.local.house.House;
import io.journey.local.house.Topics;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoctorCommandTest {

    private Path folder = Path.of("");
    private House house;

    @BeforeAll
    void open(@TempDir Path directory) throws InterruptedException {
        folder = directory;
        house = House.open(directory, 0, 0);
        Topics.provide(house.cluster(), "well", Optional.of(2));
    }

    @AfterAll
    void close() {
        house.close();
    }

    @Test
    void anInstallationThatIsWellIsFoundWell() {
        Ran ran = doctor(
                "--topic-prefix",
                "well",
                "--registry",
                house.cluster().registry().toString(),
                "--role",
                "streams",
                "--state-dir",
                folder.toString());

        assertThat(ran.err()).isEmpty();
        assertThat(ran.out().lines())
                .anyMatch(line -> line.startsWith("ok      disk: " + folder + " has "))
                .anyMatch(line -> line.startsWith("ok      brokers: 1 answer, cluster "))
                .anyMatch(line -> line.startsWith("ok      versions: journey 0."))
                .anyMatch(line -> line.startsWith("ok      topics: 13 are as they should be"))
                .anyMatch(line -> line.startsWith("ok      schemas: 26 are as they should be"))
                .anyMatch(line -> line.startsWith("ok      rights of streams: "))
                .anyMatch(line -> line.startsWith("ok      clock: "))
                .last()
                .isEqualTo("nothing is wrong");
        assertThat(ran.exitCode()).isZero();
    }

    @Test
    void everythingThatIsWrongIsToldWithWhatToDo() {
        Ran ran = doctor(
                "--topic-prefix",
                "ill",
                "--registry",
                "http://127.0.0.1:1",
                "--state-dir",
                folder.resolve("nowhere").toString());

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out().lines())
                .contains("FAULT   disk: " + folder.resolve("nowhere") + " does not exist; create it for the user that"
                        + " the application runs as, or correct state.dir")
                .contains("FAULT   topics: ill.touchpoints.v1 does not exist; create it with journey topics apply")
                .anyMatch(line -> line.startsWith("FAULT   schemas: ") && line.contains("check that the registry runs"))
                .last()
                .isEqualTo("15 faults");
    }

    @Test
    void brokersThatDoNotAnswerAreAFindingToo() {
        Ran ran = Ran.command("doctor", "--bootstrap-servers", "127.0.0.1:1");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out().lines())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("FAULT   brokers: the brokers at 127.0.0.1:1 do not answer");
    }

    @Test
    void onlyAClockThatIsCertainlyApartIsAFault() {
        try (Admin admin = house.cluster().brokers().admin()) {
            ClockCheck check = new ClockCheck(admin, Map.of(), "any", "any", Clock.systemUTC());

            assertThat(check.finding(1_000, 30_000, 15_000).line())
                    .isEqualTo("ok      clock: this machine's is the brokers'");
            assertThat(check.finding(1_000, 2_000, 11_999)).isInstanceOf(Finding.Fine.class);
            assertThat(check.finding(1_000, 2_000, 12_001).line())
                    .startsWith(
                            "FAULT   clock: this machine's clock is 10001 ms behind the brokers', expected at most");
            assertThat(check.finding(20_000, 21_000, 9_000).line())
                    .startsWith("FAULT   clock: this machine's clock is 11000 ms ahead of the brokers'");
        }
    }

    private Ran doctor(String... options) {
        return Ran.command(Stream.concat(
                        Stream.of(
                                "doctor", "--bootstrap-servers", house.cluster().bootstrapServers()),
                        Stream.of(options))
                .toArray(String[]::new));
    }
}

package io.journey.local.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.utils.Exit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerTest {

    /** When the oldest public event log starts; Kafka's defaults would delete this on arrival. */
    private static final Instant YEARS_AGO = Instant.parse("2011-09-30T22:38:44Z");

    @Test
    void dataOfYearsAgoSurvivesARestartOnAnotherPort(@TempDir Path directory) throws Exception {
        // Given
        try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.in(directory))) {
            Clients.createTopic(broker.bootstrapServers());
            Clients.write(broker.bootstrapServers(), YEARS_AGO, "visit", "search");
        }

        // When
        try (EmbeddedBroker again = EmbeddedBroker.start(BrokerSettings.in(directory))) {
            Clients.write(again.bootstrapServers(), Instant.now(), "buy");

            // Then
            assertThat(Clients.read(again.bootstrapServers(), 3)).containsExactly("visit", "search", "buy");
        }
    }

    @Test
    void weeksOfEventTimeStayInOneSegment(@TempDir Path directory) throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.in(directory))) {
            Clients.createTopic(broker.bootstrapServers());
            for (int month = 0; month < 12; month++) {
                Clients.write(
                        broker.bootstrapServers(), YEARS_AGO.plus(Duration.ofDays(30L * month)), "month " + month);
            }
        }

        try (Stream<Path> files = Files.list(directory.resolve("logs").resolve(Clients.TOPIC + "-0"))) {
            assertThat(files.map(Path::toString))
                    .filteredOn(name -> name.endsWith(".log"))
                    .hasSize(1);
        }
    }

    @Test
    void topicsKeepTheirDataUnlessToldOtherwise(@TempDir Path directory) throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.in(directory))) {
            Clients.createTopic(broker.bootstrapServers());

            assertThat(Clients.topicConfig(broker.bootstrapServers()))
                    .containsEntry("retention.ms", "-1")
                    .containsEntry("retention.bytes", "-1")
                    .containsEntry("message.timestamp.after.max.ms", String.valueOf(Long.MAX_VALUE))
                    .containsEntry("max.message.bytes", "10485760");
        }
    }

    @Test
    void closingTwiceIsClosingOnce(@TempDir Path directory) {
        EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.in(directory));
        broker.close();

        assertThatNoException().isThrownBy(broker::close);
    }

    @Test
    void readersOfCommittedDataSeeWholeTransactionsOnly(@TempDir Path directory) throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.in(directory));
                KafkaProducer<String, String> producer = Clients.producer(
                        Map.of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", "writer"))) {
            // Given
            Clients.createTopic(broker.bootstrapServers());
            producer.initTransactions();

            // When
            producer.beginTransaction();
            producer.send(Clients.record(YEARS_AGO, "taken back")).get();
            producer.abortTransaction();
            producer.beginTransaction();
            producer.send(Clients.record(YEARS_AGO, "first")).get();
            producer.send(Clients.record(YEARS_AGO, "second")).get();
            producer.commitTransaction();

            // Then
            assertThat(Clients.read(broker.bootstrapServers(), 2)).containsExactly("first", "second");
        }
    }

    @Test
    void acknowledgedDataSurvivesAKill(@TempDir Path directory) throws Exception {
        // Given
        try (BrokerProcess child = BrokerProcess.start(directory)) {
            Clients.createTopic(child.bootstrapServers());
            Clients.write(child.bootstrapServers(), YEARS_AGO, "before", "the kill");
            child.kill();
        }

        // When
        try (EmbeddedBroker successor = EmbeddedBroker.start(BrokerSettings.in(directory))) {
            // Then
            assertThat(Clients.read(successor.bootstrapServers(), 2)).containsExactly("before", "the kill");
        }
    }

    @Test
    void aTransactionThatAKillCutOffHoldsNobodyUp(@TempDir Path directory) throws Exception {
        // Given
        try (BrokerProcess child = BrokerProcess.start(directory)) {
            Clients.createTopic(child.bootstrapServers());
            Clients.createNeighbours(child.bootstrapServers(), 400);
            Clients.leaveOpen(child.bootstrapServers(), YEARS_AGO, "cut off", child::kill);
        }

        // When
        try (EmbeddedBroker successor = EmbeddedBroker.start(BrokerSettings.in(directory))) {
            Clients.write(successor.bootstrapServers(), YEARS_AGO, "after", "the kill");

            // Then
            assertThat(Clients.read(successor.bootstrapServers(), 2)).containsExactly("after", "the kill");
        }
    }

    @Test
    void aSecondBrokerInThisProcessIsTurnedAwayFromATakenDirectory(@TempDir Path directory) {
        try (EmbeddedBroker owner = EmbeddedBroker.start(BrokerSettings.in(directory))) {
            assertThat(owner.bootstrapServers()).startsWith("127.0.0.1:");
            assertThatThrownBy(() -> EmbeddedBroker.start(BrokerSettings.in(directory)))
                    .isInstanceOf(BrokerStartException.class)
                    .hasMessageContainingAll(directory.toString(), "broker.lock", "in use")
                    .hasMessageNotContaining("\n");
        }
    }

    @Test
    void aBrokerOfAnotherProcessKeepsItsDirectory(@TempDir Path directory) throws Exception {
        try (BrokerProcess owner = BrokerProcess.start(directory)) {
            assertThatThrownBy(() -> EmbeddedBroker.start(BrokerSettings.in(directory)))
                    .isInstanceOf(BrokerStartException.class)
                    .hasMessageContainingAll(directory.toString(), "broker.lock", "in use");

            Clients.createTopic(owner.bootstrapServers());
            Clients.write(owner.bootstrapServers(), YEARS_AGO, "undisturbed");
            assertThat(Clients.read(owner.bootstrapServers(), 1)).containsExactly("undisturbed");
        }
    }

    @Test
    void aTakenPortIsNamedAndTheDirectoryIsFreeAgain(@TempDir Path directory) throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() ->
                            EmbeddedBroker.start(BrokerSettings.in(directory).onPort(taken.getLocalPort())))
                    .isInstanceOf(BrokerStartException.class)
                    .hasMessageContainingAll("127.0.0.1:" + taken.getLocalPort(), "is taken");
        }
        EmbeddedBroker.start(BrokerSettings.in(directory)).close();
    }

    @Test
    void aDirectoryThatCannotBeUsedIsNamed(@TempDir Path directory) throws IOException {
        Path file = Files.createFile(directory.resolve("a-file"));

        assertThatThrownBy(() -> EmbeddedBroker.start(BrokerSettings.in(file)))
                .isInstanceOf(BrokerStartException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void damagedStorageIsAFailureOfTheStartAndNotOfTheProcess(@TempDir Path directory) throws IOException {
        EmbeddedBroker.start(BrokerSettings.in(directory)).close();
        Files.writeString(
                directory.resolve("logs").resolve("meta.properties"), "version=1\ncluster.id=other\nnode.id=7\n");

        assertThatThrownBy(() -> EmbeddedBroker.start(BrokerSettings.in(directory)))
                .isInstanceOf(BrokerStartException.class)
                .hasMessageContaining(directory.toString());
    }

    @Test
    void aFatalFaultEndsItsThreadAndNotTheProcess(@TempDir Path directory) {
        HostProtection.install();

        assertThatThrownBy(() -> Exit.halt(1, "log directory is gone"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("log directory is gone");
    }
}

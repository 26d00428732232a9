package io.journey.local.topics;

import static org.assertj.core.api.Assertions.assertThat;

import io.journey.local.Ran;
import io.journey.local.broker.BrokerSettings;
import io.journey.local.broker.EmbeddedBroker;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TopicsCommandTest {

    private EmbeddedBroker broker;

    @BeforeAll
    void start(@TempDir Path directory) {
        broker = EmbeddedBroker.start(BrokerSettings.in(directory));
    }

    @AfterAll
    void stop() {
        broker.close();
    }

    @Test
    void aPlanIsAppliedAndThenThereIsNothingToDo() {
        Ran plan = topics("plan", "--topic-prefix", "new", "--partitions", "3");
        assertThat(plan.exitCode()).isEqualTo(3);
        assertThat(plan.out())
                .contains("new.touchpoints.v1: to create, 3 partitions, cleanup.policy=delete ")
                .contains("new.clock.v1: to create, 1 partitions, cleanup.policy=compact")
                .endsWith("13 topics: 13 to create, 0 settings to set, 0 differences that stay, 0 as they should be\n");

        Ran apply = topics("apply", "--topic-prefix", "new", "--partitions", "3");
        assertThat(apply.err()).isEmpty();
        assertThat(apply.exitCode()).isZero();
        assertThat(apply.out()).endsWith("all topics are as they should be\n");

        // The number of partitions follows from what is there.
        Ran again = topics("plan", "--topic-prefix", "new");
        assertThat(again.exitCode()).isZero();
        assertThat(again.out()).contains("new.touchpoints.v1: as it should be");
    }

    @Test
    void anotherNumberOfPartitionsIsRefusedWithTheReason() {
        assertThat(topics("apply", "--topic-prefix", "kept", "--partitions", "2")
                        .exitCode())
                .isZero();

        Ran plan = topics("plan", "--topic-prefix", "kept", "--partitions", "5");
        assertThat(plan.exitCode()).isEqualTo(1);
        assertThat(plan.out())
                .contains("kept.touchpoints.v1: partitions is 2, expected 5; apply does not change it: the partition of"
                        + " an event follows from its address");

        Ran apply = topics("apply", "--topic-prefix", "kept", "--partitions", "5");
        assertThat(apply.exitCode()).isEqualTo(1);
        assertThat(apply.err().lines())
                .singleElement()
                .asString()
                .startsWith("journey: topic kept.touchpoints.v1 has partitions 2, expected 5: ")
                .endsWith("; nothing was changed");
    }

    private Ran topics(String verb, String... options) {
        List<String> line = new ArrayList<>(List.of("topics", verb));
        line.addAll(List.of("--bootstrap-servers", broker.bootstrapServers()));
        line.addAll(List.of(options));
        return Ran.command(line.toArray(String[]::new));
    }
}

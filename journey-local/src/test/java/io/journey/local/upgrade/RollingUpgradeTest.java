package io.journey.local.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import io.journey.local.broker.BrokerSettings;
import io.journey.local.broker.EmbeddedBroker;
import io.journey.local.house.Cluster;
import io.journey.local.identity.Patience;
import io.journey.local.identity.RandomCase;
import io.journey.local.registry.EmbeddedRegistry;
import io.journey.local.registry.RegistrySettings;
import io.journey.streams.JourneyApplication;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Today's application takes up the work of an earlier one: its state, what it had under way, and what it had not read.
 *
 * <p>A new layout of stored bytes needs a recording of its own: {@code -Dtest=RollingUpgradeTest -Drecord} makes it, and
 * {@code -Drecord=0.2.0} one more of a layout that has one. A recording is removed with the promise to read it.
 */
class RollingUpgradeTest {

    private static final String RECORD = "record";
    private static final String REFUSAL = "run the version that wrote it, or reset the application";

    @TempDir
    Path scratch = Path.of("");

    static List<Recording> recordings() throws IOException {
        return Recording.all();
    }

    @Test
    @EnabledIfSystemProperty(named = RECORD, matches = ".*", disabledReason = "makes a recording when asked to")
    void todaysApplicationIsRecorded() throws Exception {
        String release = System.getProperty(RECORD, "");
        new Recorder(scratch, Recording.definition()).record(release.equals("true") ? "" : release);
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void anEarlierApplicationsWorkIsFinished(Recording recording) throws Exception {
        ClusterDump recorded = recording.cluster();
        Map<String, String> answer = recording.answer();
        try (EmbeddedBroker broker = broker();
                EmbeddedRegistry registry = restored(broker, recorded);
                RandomCase given = RandomCase.resumed(
                        cluster(broker, registry),
                        Recording.PREFIX,
                        Recording.definition(),
                        recording.laterEvents(),
                        answer);
                JourneyApplication application = given.application(scratch.resolve("state"), Map.of())) {
            given.send(given.unsent() / 3);
            application.start();
            given.finish(application);

            assertThat(inTheFieldsOf(answer, given.published(application))).containsExactlyInAnyOrderEntriesOf(answer);
            ClusterDump left = new DumpedCluster(broker.bootstrapServers()).take();
            assertThat(recordings())
                    .as("no recording of what is stored today; run this test with -Drecord")
                    .anyMatch(each -> each.isOf(left.layout()));
        }
    }

    /** Columns may be added to published rows after a recording was made. */
    private static Map<String, String> inTheFieldsOf(Map<String, String> answer, Map<String, String> published) {
        Map<String, String> rows = new TreeMap<>();
        published.forEach((key, row) -> {
            var known = fields(answer.getOrDefault(key, row)).keySet();
            rows.put(
                    key,
                    fields(row).entrySet().stream()
                            .filter(field -> known.contains(field.getKey()))
                            .map(field -> field.getKey() + "=" + field.getValue())
                            .collect(Collectors.joining(" ")));
        });
        return rows;
    }

    private static Map<String, String> fields(String row) {
        Map<String, String> fields = new LinkedHashMap<>();
        Arrays.stream(row.split(" "))
                .map(field -> field.split("=", 2))
                .forEach(field -> fields.put(field[0], field[1]));
        return fields;
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void aRecordingHoldsEveryKindOfWork(Recording recording) throws IOException {
        ClusterDump cluster = recording.cluster();
        Map<String, Integer> held = new TreeMap<>();
        cluster.topics()
                .forEach(topic ->
                        held.put(topic.name(), cluster.recordsOf(topic.name()).size()));
        String application = Recording.PREFIX + "-shop-v1-";

        assertThat(held.entrySet().stream()
                        .filter(topic -> topic.getKey().endsWith("-changelog"))
                        .toList())
                .hasSize(7)
                .allSatisfy(store -> assertThat(store.getValue()).isPositive());
        assertThat(List.of(
                        application + "ladder",
                        application + "differences-by-cell-repartition",
                        "recorded.touchpoints.v1"))
                .allSatisfy(topic -> assertThat(cluster.unread(topic)).as(topic).isPositive());
        assertThat(recording.laterEvents()).anyMatch(line -> line.contains("identity.alias"));
    }

    /** The sums are looked at by the start, the rest when it is needed; nothing is published over it either way. */
    @ParameterizedTest
    @ValueSource(strings = {"-cells-changelog", "-customers-changelog", "-ladder"})
    void bytesOfAnUnknownLayoutAreRefusedWithWhatToDo(String topic) throws Exception {
        Recording recording = Recording.all().get(0);
        ClusterDump unknown = recording.cluster().withValues(topic, value -> {
            value[0] = 99;
            return value;
        });
        try (EmbeddedBroker broker = broker();
                EmbeddedRegistry registry = restored(broker, unknown);
                RandomCase given = RandomCase.resumed(
                        cluster(broker, registry), Recording.PREFIX, Recording.definition(), List.of(), Map.of());
                JourneyApplication application = given.application(scratch.resolve("state"), Map.of())) {
            application.start();
            Patience.until("the end", () -> application.state() == JourneyApplication.State.FAILED);

            assertThat(application.failure()).rootCause().hasMessageContainingAll("has layout 99", REFUSAL);
        }
    }

    private EmbeddedBroker broker() {
        return EmbeddedBroker.start(BrokerSettings.in(scratch.resolve("broker")));
    }

    /** The registry's topic comes with the others, so it must not be there before. */
    private static EmbeddedRegistry restored(EmbeddedBroker broker, ClusterDump dump) throws Exception {
        new DumpedCluster(broker.bootstrapServers()).put(dump);
        return EmbeddedRegistry.start(RegistrySettings.on(broker.bootstrapServers()));
    }

    private static Cluster cluster(EmbeddedBroker broker, EmbeddedRegistry registry) {
        return new Cluster(broker.bootstrapServers(), registry.uri(), Map.of("auto.register.schemas", "true"));
    }
}

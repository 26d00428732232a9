package io.journey.local.replay;

import io.journey.core.definition.Definition;
import io.journey.local.command.Count;
import io.journey.local.command.ExitCodes;
import io.journey.local.command.Signals;
import io.journey.local.command.TopicPrefix;
import io.journey.local.definition.DefinitionFiles;
import io.journey.local.export.Export;
import io.journey.local.house.Cluster;
import io.journey.local.house.DataDirectory;
import io.journey.local.house.HashOptions;
import io.journey.local.house.House;
import io.journey.local.house.OutsideCluster;
import io.journey.local.house.Topics;
import io.journey.streams.JourneyApplication;
import io.journey.streams.config.StreamsSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.streams.StreamsConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code journey replay}: puts files of events through Kafka and the topology and exports the exact answer. */
@Command(
        name = "replay",
        description = {
            "Puts events through Kafka and the topology until every number is exact.",
            "Then exports the published topics. Lines that are no events are reported, kept in the rejected topic and"
                    + " skipped. Killed and started again on the same --data-dir it comes to the same answer."
        },
        exitCodeList = {
            ExitCodes.OK_LINE + ", also when lines were rejected",
            "1:the work could not be done, the balance does not close, or --strict and lines were rejected",
            ExitCodes.WRONG_USAGE_LINE,
            "130:ended by Ctrl-C; 143 by SIGTERM"
        })
public final class ReplayCommand implements Callable<Integer> {

    private static final String INSTANCE = "replay";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--definition",
            required = true,
            paramLabel = "FILE",
            description = "Journey definition; give it again for further ones, which are computed side by side.")
    private List<Path> definitionFiles = List.of();

    @Option(
            names = "--as-of",
            paramLabel = "T",
            description = "Instant at which the replay is closed: what was silent for long enough by then has lapsed."
                    + " Default: the greatest event time.")
    private Optional<Instant> asOf = Optional.empty();

    @Option(
            names = "--export",
            paramLabel = "DIR",
            description = "Write the published topics there as JSON lines; with several definitions, each into a folder"
                    + " of its name.")
    private Optional<Path> export = Optional.empty();

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "Keep brokers' and streams' data there. Default: a temporary directory, removed at the end.")
    private Optional<Path> dataDir = Optional.empty();

    @ArgGroup(exclusive = false)
    private @Nullable OutsideCluster outside;

    @Option(
            names = "--topic-prefix",
            paramLabel = "P",
            defaultValue = "journey",
            description = "Begins the name of every topic and consumer group. Default: ${DEFAULT-VALUE}.")
    private TopicPrefix prefix = TopicPrefix.USUAL;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "1",
            description = "Stream threads per definition. Default: ${DEFAULT-VALUE}.")
    private Count threads = Count.ONE;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            description = "Partitions of topics that do not exist yet. Default: 4.")
    private Optional<Count> partitions = Optional.empty();

    @ArgGroup(exclusive = false)
    private HashOptions hash = new HashOptions();

    @Option(names = "--strict", description = "Exit with 1 when a line was rejected.")
    private boolean strict;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Events as JSON lines, plain or gzip; - for the standard input. Several are read at once.")
    private List<Path> files = List.of();

    @Override
    public Integer call() throws Exception {
        List<Definition> definitions = DefinitionFiles.read(definitionFiles);
        List<EventFile> events = EventFiles.of(files);
        export.ifPresent(Export::prepare);
        return Signals.over(() -> {
            try (DataDirectory directory = DataDirectory.of(dataDir)) {
                if (outside != null) {
                    return replay(outside.cluster(), directory, definitions, events);
                }
                try (House house = House.open(directory.path(), 0, 0)) {
                    return replay(house.cluster(), directory, definitions, events);
                }
            }
        });
    }

    private int replay(Cluster cluster, DataDirectory directory, List<Definition> definitions, List<EventFile> events)
            throws IOException, InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        long begin = System.nanoTime();
        int provided = Topics.provide(cluster, prefix.text(), partitions.map(Count::number));
        StreamsSettings settings = new StreamsSettings(settings(cluster, directory, provided));
        try (JourneyApplication application = new JourneyApplication(settings, definitions, new SimpleMeterRegistry());
                EventSender sender = new EventSender(
                        cluster, prefix.text(), definitions, settings.identityHash(), Clock.systemUTC())) {
            application.start();
            Replay replay = new Replay(application, sender, err);
            replay.feed(events);
            boolean closes = true;
            Summary summary = new Summary(err);
            Map<Definition, Optional<Instant>> closed = new HashMap<>();
            for (Definition definition : definitions) {
                closed.put(definition, replay.close(definition, asOf));
            }
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            Tally tally = replay.tally();
            summary.lines(events.size(), tally);
            for (Definition definition : definitions) {
                export.ifPresent(folder -> new Export(
                                application.published(), definition.journey(), folder(folder, definition, definitions))
                        .write());
                Account account = Account.of(application.published(), definition.journey());
                List<String> differences = account.differences(tally.sentEvents());
                summary.account(definition, closed.getOrDefault(definition, Optional.empty()), account, differences);
                closes &= differences.isEmpty();
            }
            summary.speed(tally.sentEvents(), took);
            return closes && !(strict && tally.rejectedLines() > 0) ? ExitCodes.OK : ExitCodes.FAILED;
        }
    }

    private static Path folder(Path chosen, Definition definition, List<Definition> all) {
        return all.size() == 1 ? chosen : chosen.resolve(definition.journey());
    }

    private Map<String, String> settings(Cluster cluster, DataDirectory directory, int provided) throws IOException {
        Map<String, String> settings = new HashMap<>(cluster.clients());
        settings.put(
                StreamsConfig.STATE_DIR_CONFIG,
                directory.path().resolve("streams").toString());
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, String.valueOf(threads.number()));
        settings.put(StreamsSettings.APPLICATION_PREFIX, prefix.text());
        settings.put(StreamsSettings.TOPIC_PREFIX, prefix.text());
        settings.put(StreamsSettings.PARTITIONS, String.valueOf(provided));
        settings.put(StreamsSettings.CLOCK, "replay");
        // Brokers and registry have just answered; who waits for a replay wants to hear at once if they are gone.
        settings.put(StreamsSettings.START_TIMEOUT, "PT0S");
        hash.into(settings);
        // After a kill the same member takes its work up at once instead of waiting for its own session to time out.
        settings.put(StreamsSettings.INSTANCE_ID, INSTANCE);
        return settings;
    }
}

package io.journey.streams;

import io.journey.core.definition.Definition;
import io.journey.core.journey.JourneyRules;
import io.journey.events.serde.TrustedRecords;
import io.journey.events.topic.JourneyTopic;
import io.journey.streams.clients.StreamsClients;
import io.journey.streams.clock.WatermarkPolicy;
import io.journey.streams.config.StreamsSettings;
import io.journey.streams.ladder.Homes;
import io.journey.streams.metrics.ApplicationMeters;
import io.journey.streams.metrics.JourneyMeters;
import io.journey.streams.query.QueryServer;
import io.journey.streams.replay.ReplayClosing;
import io.journey.streams.stitch.ClockSource;
import io.journey.streams.table.PublishedTopics;
import io.journey.streams.topology.JourneyTopology;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.state.HostInfo;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the pipeline of one or several definitions, each as a Kafka Streams instance of its own: with its own consumer
 * group, state and internal topics, so that one can be started, reset or replaced without the others.
 */
public final class JourneyApplication implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JourneyApplication.class);
    private static final Duration CLOSING = Duration.ofSeconds(30);

    private final StreamsSettings settings;
    private final List<Definition> definitions;
    private final MeterRegistry registry;
    private final LadderTopics ladderTopics;
    private final StartUp startUp;
    private final Restoring restoring = new Restoring();
    private final List<KafkaStreamsMetrics> bound = new CopyOnWriteArrayList<>();
    /** Filled by the thread that starts, read by any. */
    private final Map<String, KafkaStreams> running = new ConcurrentHashMap<>();

    private volatile @Nullable QueryServer queries;
    private volatile @Nullable Throwable failure;

    /** What the application as a whole is doing. */
    public enum State {
        /** Not every definition is being processed yet: waiting for brokers or registry, joining, or restoring state. */
        STARTING,
        /** Every definition is being processed. */
        RUNNING,
        /** A definition's processing ended for a reason that restarting a thread did not cure. */
        FAILED,
        /** Closed. */
        STOPPED
    }

    /**
     * @param definitions with different ids
     */
    public JourneyApplication(StreamsSettings settings, List<Definition> definitions, MeterRegistry registry) {
        this.settings = settings;
        this.definitions = List.copyOf(definitions);
        this.registry = registry;
        this.startUp = new StartUp(settings.startTimeout());
        this.ladderTopics = new LadderTopics(settings, this.definitions);
        ApplicationMeters.register(registry, restoring::records, () -> state() == State.RUNNING ? 1 : 0);
        if (definitions.stream().map(Definition::journey).distinct().count() < definitions.size()) {
            throw new IllegalArgumentException("two definitions have one id among "
                    + definitions.stream().map(Definition::journey).toList() + ": run one version of each");
        }
    }

    /**
     * Checks that the published topics are free for these definitions, says in them what is computed, and starts. While
     * brokers or registry do not answer it waits for them, as long as {@value StreamsSettings#START_TIMEOUT} says;
     * {@link #waitingFor} says for what.
     *
     * @throws DefinitionConflictException if results of another definition with the same id are published there
     * @throws org.apache.kafka.common.KafkaException if brokers or registry did not answer in time
     * @throws StateDiskFullException if the disk of the state is full
     * @throws CancellationException if the application is closed meanwhile
     */
    public void start() {
        // The settings may name another serde than ours, and those load record classes by name.
        TrustedRecords.trust();
        int partitions = startUp.attempt(this::provide);
        try {
            prepare(partitions);
            running.values().forEach(KafkaStreams::start);
        } catch (StreamsException e) {
            if (StateDiskFullException.isSaidBy(e)) {
                throw new StateDiskFullException(settings.stateDirectory(), e);
            }
            throw e;
        }
        ladderTopics.purgeFromTimeToTime();
    }

    /** Everything that is done at the brokers before the start, and can be done again. */
    private int provide() {
        int partitions = InputTopic.partitions(settings);
        PublishedTopics published = published();
        try (DefinitionTable table = new DefinitionTable(published, settings)) {
            definitions.forEach(table::check);
            definitions.forEach(table::publish);
        }
        if (settings.watermarkPolicy().mode() == WatermarkPolicy.Mode.REPLAY) {
            definitions.forEach(definition -> ReplayClosing.reopen(published, definition));
        }
        ladderTopics.provide(partitions, settings.replication());
        return partitions;
    }

    private synchronized void prepare(int partitions) {
        if (startUp.isClosed()) {
            throw new CancellationException("closed while it was starting");
        }
        queries = settings.queries().map(QueryServer::new).orElse(null);
        for (Definition definition : definitions) {
            running.put(definition.journey(), streams(definition, partitions));
        }
    }

    private KafkaStreams streams(Definition definition, int partitions) {
        Properties properties = settings.streams(definition);
        StreamsClients clients = new StreamsClients();
        ClockSource clock = new ClockSource(
                settings.watermarkPolicy(),
                settings.topics().name(JourneyTopic.TOUCHPOINTS),
                partitions,
                clients,
                settings.tick());
        Topology topology = new JourneyTopology(definition, settings, clock, new JourneyMeters(registry)).build();
        if (queries != null) {
            HostInfo advertised = queries.advertised();
            properties.put(StreamsConfig.APPLICATION_SERVER_CONFIG, advertised.host() + ":" + advertised.port());
        }
        KafkaStreams streams = new KafkaStreams(topology, properties, clients);
        streams.setGlobalStateRestoreListener(restoring);
        KafkaStreamsMetrics metrics = new KafkaStreamsMetrics(streams);
        metrics.bindTo(registry);
        bound.add(metrics);
        if (queries != null) {
            queries.add(
                    new JourneyRules(definition),
                    settings.identityHash(),
                    streams,
                    clock,
                    homes(properties, partitions));
        }
        ThreadFailures failures = new ThreadFailures(settings.stateDirectory());
        streams.setUncaughtExceptionHandler(thrown -> {
            LOG.error("A thread of {} ended", settings.applicationId(definition), thrown);
            var response = failures.respond(thrown, System.nanoTime());
            if (response != ThreadFailures.RESTART) {
                failure = failures.explained(thrown);
                LOG.error("{} ends: {}", settings.applicationId(definition), String.valueOf(failure));
            }
            return response;
        });
        return streams;
    }

    @SuppressWarnings("unchecked") // The settings name one serde for all keys.
    private Homes homes(Properties properties, int partitions) {
        Serde<Object> keys = (Serde<Object>) new StreamsConfig(properties).defaultKeySerde();
        return new Homes(settings.topics().name(JourneyTopic.TOUCHPOINTS), keys.serializer(), partitions);
    }

    /** Where this instance answers questions about customers; empty where the settings say nowhere, or before the start. */
    public Optional<URI> queriesAt() {
        return Optional.ofNullable(queries).map(QueryServer::uri);
    }

    /** What a start waits for; empty when it waits for nothing. */
    public Optional<String> waitingFor() {
        return startUp.waitingFor();
    }

    public State state() {
        if (running.isEmpty()) {
            return startUp.isTrying() ? State.STARTING : State.STOPPED;
        }
        List<KafkaStreams.State> states =
                running.values().stream().map(KafkaStreams::state).toList();
        if (failure != null || states.contains(KafkaStreams.State.ERROR)) {
            return State.FAILED;
        }
        return states.stream().allMatch(state -> state == KafkaStreams.State.RUNNING) ? State.RUNNING : State.STARTING;
    }

    /** Why not every definition is being processed, one line; empty when the state is {@link State#RUNNING}. */
    public Optional<String> whyNotRunning() {
        return switch (state()) {
            case RUNNING -> Optional.empty();
            case STOPPED -> Optional.of("not started, or stopped");
            case FAILED -> Optional.of("failed: " + failure);
            case STARTING ->
                Optional.of(waitingFor().map(what -> "waits: " + what).orElseGet(this::joining));
        };
    }

    private String joining() {
        long left = restoring.records();
        return left > 0 ? "restores state: " + left + " records left" : "joins its group, or is handed over work";
    }

    /** Why the state is {@link State#FAILED}; null otherwise. */
    public @Nullable Throwable failure() {
        return failure;
    }

    /** The published topics, read and written as this application does. */
    public PublishedTopics published() {
        return new PublishedTopics(settings.clients(), settings.topics());
    }

    /**
     * Begins to end the replay of a definition.
     *
     * @param asOf instant at which to close; null for the greatest event time
     */
    public ReplayClosing closing(Definition definition, @Nullable Instant asOf) {
        return new ReplayClosing(settings, published(), definition, asOf);
    }

    /** Stops processing, after committing what has been processed; also a start that waits. */
    @Override
    public void close() {
        startUp.close();
        closeAll();
    }

    private synchronized void closeAll() {
        if (queries != null) {
            queries.close();
        }
        ladderTopics.close();
        bound.forEach(KafkaStreamsMetrics::close);
        bound.clear();
        for (KafkaStreams streams : new ArrayList<>(running.values())) {
            streams.close(CloseOptions.timeout(CLOSING)
                    .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
        }
        running.clear();
    }
}

package io.journey.streams.config;

import io.journey.core.definition.Definition;
import io.journey.events.identity.IdentityHash;
import io.journey.events.serde.SpecificAvroSerde;
import io.journey.events.tls.CertificateStore;
import io.journey.events.topic.TopicNames;
import io.journey.streams.clock.WatermarkPolicy;
import io.journey.streams.intake.Limits;
import io.journey.streams.naming.StoreNames;
import io.journey.streams.query.QuerySettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.state.HostInfo;

/**
 * Settings of the streams application. Those that begin with {@code journey.} are declared here; those that begin with
 * {@code kafka.} go to Kafka Streams, its clients and its serdes without it, and so does what begins with neither.
 */
public final class StreamsSettings {

    /** What begins so is given to Kafka without it. */
    public static final String KAFKA = "kafka.";

    public static final String BOOTSTRAP_SERVERS = KAFKA + StreamsConfig.BOOTSTRAP_SERVERS_CONFIG;
    public static final String STATE_DIR = KAFKA + StreamsConfig.STATE_DIR_CONFIG;
    public static final String APPLICATION_PREFIX = "journey.application.prefix";
    public static final String TOPIC_PREFIX = "journey.topic.prefix";
    public static final String RESULTS_PREFIX = "journey.results.prefix";
    public static final String PARTITIONS = "journey.partitions";
    public static final String REPLICATION = "journey.replication.factor";
    public static final String INSTANCE_ID = "journey.instance.id";
    public static final String START_TIMEOUT = "journey.start.timeout";
    public static final String CLOCK = "journey.clock";
    public static final String TICK = "journey.clock.tick";
    public static final String MAX_OUT_OF_ORDER = "journey.max.out.of.order";
    public static final String MAX_CLOCK_SKEW = "journey.max.clock.skew";
    public static final String HISTORY_HORIZON = "journey.history.horizon";
    public static final String MAX_EVENT_BYTES = "journey.max.event.bytes";
    public static final String HASH_NAMESPACES = "journey.identity.hash.namespaces";
    public static final String HASH_SALT = "journey.identity.hash.salt";

    public static final String DEFINITIONS = "journey.definitions";
    public static final String HEALTH_LISTEN = "journey.health.listen";
    public static final String HTTP_LISTEN = "journey.http.listen";
    public static final String HTTP_ADVERTISED = "journey.http.advertised";
    public static final String HTTP_TOKEN = "journey.http.token";
    public static final String HTTP_KEYSTORE = "journey.http.tls.keystore";
    public static final String HTTP_KEYSTORE_PASSWORD = HTTP_KEYSTORE + ".password";
    public static final String HTTP_TRUSTSTORE = "journey.http.tls.truststore";
    public static final String HTTP_TRUSTSTORE_PASSWORD = HTTP_TRUSTSTORE + ".password";

    private static final String OWN = "journey.";

    private final Map<String, String> given;
    private final AbstractConfig values;

    /**
     * @throws ConfigException naming every setting that is missing, unknown or wrong, its value and what was expected
     */
    public StreamsSettings(Map<String, String> settings) {
        Map<String, String> given = named(settings);
        List<String> faults = faults(given);
        if (!faults.isEmpty()) {
            throw new ConfigException(String.join("; ", faults));
        }
        this.given = Map.copyOf(given);
        this.values = new AbstractConfig(StreamsDeclarations.ALL, given, false);
    }

    private static Map<String, String> named(Map<String, String> settings) {
        Map<String, String> named = new HashMap<>();
        settings.forEach((name, value) ->
                named.put(name.startsWith(OWN) || name.startsWith(KAFKA) ? name : KAFKA + name, value));
        return named;
    }

    /** What is missing, unknown or wrong, one line each; its value and what was expected. */
    public static List<String> faults(Map<String, String> given) {
        List<String> faults = new ArrayList<>();
        for (ConfigValue value : StreamsDeclarations.ALL.validate(given)) {
            value.errorMessages().forEach(fault -> faults.add(String.valueOf(fault)));
        }
        given.keySet().stream()
                .filter(key ->
                        key.startsWith(OWN) && !StreamsDeclarations.ALL.names().contains(key))
                .sorted()
                .forEach(key -> faults.add("Unknown configuration \"" + key + "\": expected one of " + ownNames()));
        boolean everywhere = HostAndPort.isEverywhere(given.getOrDefault(HTTP_LISTEN, ""));
        if (everywhere && given.getOrDefault(HTTP_ADVERTISED, "").isEmpty()) {
            faults.add("Missing required configuration \"" + HTTP_ADVERTISED + "\": " + HTTP_LISTEN
                    + " listens on all addresses, so say by which one the other instances reach this one");
        }
        faults.addAll(CertificateStore.faults(given, List.of(HTTP_KEYSTORE, HTTP_TRUSTSTORE)));
        faults.addAll(Exactness.faults(given));
        return faults;
    }

    private static List<String> ownNames() {
        return StreamsDeclarations.ALL.names().stream()
                .filter(name -> name.startsWith(OWN))
                .sorted()
                .toList();
    }

    /** The declaration, for printing. */
    public static ConfigDef declared() {
        return new ConfigDef(StreamsDeclarations.ALL);
    }

    /** What the topics are called that are read and published. */
    public TopicNames topics() {
        String results = text(RESULTS_PREFIX);
        return results.isEmpty() ? TopicNames.of(text(TOPIC_PREFIX)) : new TopicNames(text(TOPIC_PREFIX), results);
    }

    public int partitions() {
        return values.getInt(PARTITIONS);
    }

    public short replication() {
        return values.getInt(REPLICATION).shortValue();
    }

    /** How long a start waits for brokers and registry; zero for not at all. */
    public Duration startTimeout() {
        return Duration.parse(text(START_TIMEOUT));
    }

    public Duration tick() {
        return Duration.parse(text(TICK));
    }

    public WatermarkPolicy watermarkPolicy() {
        WatermarkPolicy.Mode mode = WatermarkPolicy.Mode.valueOf(text(CLOCK).toUpperCase(Locale.ROOT));
        return new WatermarkPolicy(mode, Duration.parse(text(MAX_OUT_OF_ORDER)));
    }

    public Limits limits() {
        String horizon = text(HISTORY_HORIZON);
        return new Limits(
                Duration.parse(text(MAX_CLOCK_SKEW)),
                horizon.isEmpty() ? null : Duration.parse(horizon),
                values.getInt(MAX_EVENT_BYTES));
    }

    /** What becomes of identities that must not be stored as they are. */
    public IdentityHash identityHash() {
        return new IdentityHash(
                Set.copyOf(values.getList(HASH_NAMESPACES)),
                values.getPassword(HASH_SALT).value());
    }

    /** Where questions about customers are answered; empty for nowhere. */
    public Optional<QuerySettings> queries() {
        return HostAndPort.read(text(HTTP_LISTEN))
                .map(listen -> new QuerySettings(
                        listen,
                        HostAndPort.read(text(HTTP_ADVERTISED)),
                        values.getPassword(HTTP_TOKEN).value(),
                        certificates(HTTP_KEYSTORE),
                        certificates(HTTP_TRUSTSTORE)));
    }

    private Optional<CertificateStore> certificates(String setting) {
        return CertificateStore.pkcs12(
                text(setting), values.getPassword(setting + ".password").value());
    }

    /** Files, and folders of files, that define the journeys of a service; empty where the application is given them. */
    public List<Path> definitions() {
        return values.getList(DEFINITIONS).stream().map(Path::of).toList();
    }

    /** Where a service says how it is; empty for nowhere. */
    public Optional<HostInfo> health() {
        return HostAndPort.read(text(HEALTH_LISTEN));
    }

    /** Name of this instance; empty for none. */
    public String instanceId() {
        return text(INSTANCE_ID);
    }

    public String bootstrapServers() {
        return String.join(",", values.getList(BOOTSTRAP_SERVERS));
    }

    public Path stateDirectory() {
        return Path.of(text(STATE_DIR));
    }

    /** Topic through which the identities of a definition send each other messages. */
    public String ladderTopic(Definition definition) {
        return applicationId(definition) + "-" + StoreNames.LADDER;
    }

    /** Topic through which the sums of a definition are brought together. */
    public String differencesTopic(Definition definition) {
        return applicationId(definition) + "-" + StoreNames.DIFFERENCES_BY_CELL + "-repartition";
    }

    /** Application id of a definition: names its consumer group, its state and its internal topics. */
    public String applicationId(Definition definition) {
        return text(APPLICATION_PREFIX) + "-" + definition.journey() + "-v" + definition.version();
    }

    /** Settings of plain clients and serdes beside the streams. */
    public Map<String, Object> clients() {
        return new HashMap<>(passedOn());
    }

    /** Settings of the Kafka Streams instance that runs a definition. */
    public Properties streams(Definition definition) {
        String id = applicationId(definition);
        Map<String, Object> all = new TreeMap<>(defaults());
        Map<String, String> passedOn = passedOn();
        passedOn.keySet().forEach(name -> {
            // What is said for all clients counts more than what is the default for some.
            all.remove(StreamsConfig.consumerPrefix(name));
            all.remove(StreamsConfig.producerPrefix(name));
        });
        all.putAll(passedOn);
        all.put(StreamsConfig.APPLICATION_ID_CONFIG, id);
        all.put(StreamsConfig.CLIENT_ID_CONFIG, id);
        if (!text(INSTANCE_ID).isEmpty()) {
            all.put(StreamsConfig.mainConsumerPrefix("group.instance.id"), id + "-" + text(INSTANCE_ID));
        }
        Properties properties = new Properties();
        properties.putAll(all);
        return properties;
    }

    private Map<String, Object> defaults() {
        Map<String, Object> defaults = new HashMap<>();
        defaults.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        defaults.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, SpecificAvroSerde.class.getName());
        defaults.put(StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG, SpecificAvroSerde.class.getName());
        defaults.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, "true");
        // A literal: the constant is deprecated since birth, because the value becomes the default in Kafka 5.
        defaults.put("processing.exception.handler.global.enabled", "true");
        defaults.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, String.valueOf(replication()));
        defaults.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class.getName());
        // The order of topics does not matter here, and waiting for the usually empty ladder topic formats a message
        // for
        // every record: a tenth of the thread's time.
        defaults.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, String.valueOf(StreamsConfig.MAX_TASK_IDLE_MS_DISABLED));
        // No store is cached: what is gathered between commits is gathered as objects, not as bytes.
        defaults.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, "0");
        // The operating system's, which grows. In Kafka's of 64 KB the kernel drops part of an answer now and then, and
        // 200 ms pass until it is sent again: the 99th percentile of committed transitions was 425 ms, and is 258.
        defaults.put(StreamsConfig.consumerPrefix("receive.buffer.bytes"), "-1");
        // Measured: a third less CPU here and two thirds less at the broker than without compression and 16 KB.
        defaults.put(StreamsConfig.producerPrefix("compression.type"), "lz4");
        defaults.put(StreamsConfig.producerPrefix("batch.size"), "131072");
        // A rejected record carries its original bytes, whatever their size.
        defaults.put(StreamsConfig.producerPrefix("max.request.size"), "8388608");
        return defaults;
    }

    private Map<String, String> passedOn() {
        Map<String, String> kafkas = new HashMap<>();
        given.forEach((name, value) -> {
            if (name.startsWith(KAFKA)) {
                kafkas.put(name.substring(KAFKA.length()), value);
            }
        });
        return kafkas;
    }

    private String text(String key) {
        return values.getString(key);
    }
}

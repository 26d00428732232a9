package io.journey.streams.config;

import io.journey.core.definition.Definition;
import io.journey.events.identity.IdentityHash;
import io.journey.events.serde.SpecificAvroSerde;
import io.journey.events.topic.JourneyTopic;
import io.journey.streams.clock.WatermarkPolicy;
import io.journey.streams.intake.Limits;
import io.journey.streams.naming.StoreNames;
import io.journey.streams.query.QuerySettings;
import java.time.Duration;
import java.time.format.DateTimeParseException;
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
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.streams.StreamsConfig;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the streams application. Those that begin with {@code journey.} are declared here; all others go to Kafka
 * Streams, its clients and its serdes as they are.
 */
public final class StreamsSettings {

    public static final String APPLICATION_PREFIX = "journey.application.prefix";
    public static final String TOPIC_PREFIX = "journey.topic.prefix";
    public static final String PARTITIONS = "journey.partitions";
    public static final String REPLICATION = "journey.replication.factor";
    public static final String INSTANCE_ID = "journey.instance.id";
    public static final String CLOCK = "journey.clock";
    public static final String TICK = "journey.clock.tick";
    public static final String MAX_OUT_OF_ORDER = "journey.max.out.of.order";
    public static final String MAX_CLOCK_SKEW = "journey.max.clock.skew";
    public static final String HISTORY_HORIZON = "journey.history.horizon";
    public static final String MAX_EVENT_BYTES = "journey.max.event.bytes";
    public static final String HASH_NAMESPACES = "journey.identity.hash.namespaces";
    public static final String HASH_SALT = "journey.identity.hash.salt";

    public static final String HTTP_LISTEN = "journey.http.listen";
    public static final String HTTP_ADVERTISED = "journey.http.advertised";
    public static final String HTTP_TOKEN = "journey.http.token";

    private static final String OWN = "journey.";

    private static final ConfigDef DECLARED = new ConfigDef()
            .define(
                    StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
                    ConfigDef.Type.LIST,
                    Importance.HIGH,
                    "Brokers to begin with, host:port joined by commas.")
            .define(
                    StreamsConfig.STATE_DIR_CONFIG,
                    ConfigDef.Type.STRING,
                    Importance.HIGH,
                    "Folder in which this instance keeps its state; on a real disk, kept between restarts, of no other"
                            + " instance.")
            .define(
                    APPLICATION_PREFIX,
                    ConfigDef.Type.STRING,
                    "journey",
                    new ConfigDef.NonEmptyString(),
                    Importance.MEDIUM,
                    "Begins the application id, which is followed by the definition's id and version.")
            .define(
                    TOPIC_PREFIX,
                    ConfigDef.Type.STRING,
                    JourneyTopic.DEFAULT_PREFIX,
                    new ConfigDef.NonEmptyString(),
                    Importance.MEDIUM,
                    "Begins the name of every topic that is read or published.")
            .define(
                    PARTITIONS,
                    ConfigDef.Type.INT,
                    4,
                    ConfigDef.Range.between(1, 10_000),
                    Importance.MEDIUM,
                    "Partitions of topics that do not exist yet.")
            .define(
                    REPLICATION,
                    ConfigDef.Type.INT,
                    -1,
                    ConfigDef.Range.between(-1, 15),
                    Importance.MEDIUM,
                    "Replicas of topics that do not exist yet; -1 for the brokers' default.")
            .define(
                    INSTANCE_ID,
                    ConfigDef.Type.STRING,
                    "",
                    Importance.MEDIUM,
                    "Name of this instance that is the same after a restart and no other instance has, for example its"
                            + " host. It then takes its work up again in seconds, without a rebalance. Empty for none.")
            .define(
                    CLOCK,
                    ConfigDef.Type.STRING,
                    "live",
                    ConfigDef.ValidString.in("live", "replay"),
                    Importance.MEDIUM,
                    "live: once everything is read, time goes on with the wall clock. replay: time stands still until"
                            + " the replay is closed at an instant.")
            .define(
                    TICK,
                    ConfigDef.Type.STRING,
                    "PT0.2S",
                    IsoDuration.ABOVE_ZERO,
                    Importance.LOW,
                    "Wall-clock time between two looks at the watermark and the lapses that are due (ISO-8601).")
            .define(
                    MAX_OUT_OF_ORDER,
                    ConfigDef.Type.STRING,
                    "PT0S",
                    IsoDuration.ZERO_OR_MORE,
                    Importance.MEDIUM,
                    "How far the watermark is held back (ISO-8601). Late events are corrected whatever this is; more"
                            + " means fewer lapses that are taken back again.")
            .define(
                    MAX_CLOCK_SKEW,
                    ConfigDef.Type.STRING,
                    "PT5M",
                    IsoDuration.ZERO_OR_MORE,
                    Importance.MEDIUM,
                    "How far after its arrival an event may say that it happened (ISO-8601); beyond that it is rejected"
                            + " as FUTURE.")
            .define(
                    HISTORY_HORIZON,
                    ConfigDef.Type.STRING,
                    "",
                    IsoDuration.EMPTY_OR_ABOVE_ZERO,
                    Importance.MEDIUM,
                    "How far before the watermark an event may lie (ISO-8601); beyond that it is rejected as TOO_LATE."
                            + " Empty for no limit.")
            .define(
                    MAX_EVENT_BYTES,
                    ConfigDef.Type.INT,
                    262_144,
                    ConfigDef.Range.between(1_024, 4_194_304),
                    Importance.LOW,
                    "Size of the largest record that is decoded, bytes; a larger one is rejected as TOO_LARGE.")
            .define(
                    HASH_NAMESPACES,
                    ConfigDef.Type.LIST,
                    "",
                    Importance.MEDIUM,
                    "Identity namespaces whose values are replaced by their salted SHA-256, joined by commas. Producers"
                            + " must do the same, so that raw values never reach a topic.")
            .define(
                    HASH_SALT,
                    ConfigDef.Type.PASSWORD,
                    "",
                    Importance.MEDIUM,
                    "Put before a value that is hashed; the same for all producers and instances, and for good.")
            .define(
                    HTTP_LISTEN,
                    ConfigDef.Type.STRING,
                    "",
                    HostAndPort.VALID,
                    Importance.MEDIUM,
                    "Address, host:port, at which this instance answers questions about customers; port 0 for a free"
                            + " one. Empty for none.")
            .define(
                    HTTP_ADVERTISED,
                    ConfigDef.Type.STRING,
                    "",
                    HostAndPort.VALID,
                    Importance.MEDIUM,
                    "Address, host:port, by which the other instances reach that one. Empty for journey.http.listen"
                            + " itself, which then names a host that they reach.")
            .define(
                    HTTP_TOKEN,
                    ConfigDef.Type.PASSWORD,
                    "",
                    Importance.MEDIUM,
                    "What every question must show as a bearer token, those of other instances included; the same for"
                            + " all. Empty lets everybody ask who reaches the address.");

    private final Map<String, String> given;
    private final AbstractConfig values;

    /**
     * @throws ConfigException naming every setting that is missing, unknown or wrong, its value and what was expected
     */
    public StreamsSettings(Map<String, String> given) {
        List<String> faults = new ArrayList<>();
        for (ConfigValue value : DECLARED.validate(given)) {
            value.errorMessages().forEach(fault -> faults.add(String.valueOf(fault)));
        }
        given.keySet().stream()
                .filter(key -> key.startsWith(OWN) && !DECLARED.names().contains(key))
                .sorted()
                .forEach(key -> faults.add("Unknown configuration \"" + key + "\": expected one of " + ownNames()));
        boolean everywhere = HostAndPort.isEverywhere(given.getOrDefault(HTTP_LISTEN, ""));
        if (everywhere && given.getOrDefault(HTTP_ADVERTISED, "").isEmpty()) {
            faults.add("Missing required configuration \"" + HTTP_ADVERTISED + "\": " + HTTP_LISTEN
                    + " listens on all addresses, so say by which one the other instances reach this one");
        }
        if (!faults.isEmpty()) {
            throw new ConfigException(String.join("; ", faults));
        }
        this.given = Map.copyOf(given);
        this.values = new AbstractConfig(DECLARED, given, false);
    }

    private static List<String> ownNames() {
        return DECLARED.names().stream()
                .filter(name -> name.startsWith(OWN))
                .sorted()
                .toList();
    }

    /** The declaration, for printing. */
    public static ConfigDef declared() {
        return new ConfigDef(DECLARED);
    }

    public String topicPrefix() {
        return text(TOPIC_PREFIX);
    }

    public int partitions() {
        return values.getInt(PARTITIONS);
    }

    public short replication() {
        return values.getInt(REPLICATION).shortValue();
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
                        values.getPassword(HTTP_TOKEN).value()));
    }

    /** Topic through which the identities of a definition send each other messages. */
    public String ladderTopic(Definition definition) {
        return applicationId(definition) + "-" + StoreNames.LADDER;
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
        all.putAll(passedOn());
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
        defaults.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, "500");
        defaults.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, SpecificAvroSerde.class.getName());
        defaults.put(StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG, SpecificAvroSerde.class.getName());
        defaults.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, "true");
        // A literal: the constant is deprecated since birth, because the value becomes the default in Kafka 5.
        defaults.put("processing.exception.handler.global.enabled", "true");
        defaults.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, String.valueOf(replication()));
        defaults.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class.getName());
        // No store is cached: what is gathered between commits is gathered as objects, not as bytes.
        defaults.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, "0");
        // Measured: a third less CPU here and two thirds less at the broker than without compression and 16 KB.
        defaults.put(StreamsConfig.producerPrefix("compression.type"), "lz4");
        defaults.put(StreamsConfig.producerPrefix("batch.size"), "131072");
        // A rejected record carries its original bytes, whatever their size.
        defaults.put(StreamsConfig.producerPrefix("max.request.size"), "8388608");
        return defaults;
    }

    private Map<String, String> passedOn() {
        Map<String, String> others = new HashMap<>(given);
        others.keySet().removeIf(key -> key.startsWith(OWN));
        return others;
    }

    private String text(String key) {
        return values.getString(key);
    }

    /** An ISO-8601 duration as a setting. */
    private enum IsoDuration implements ConfigDef.Validator {
        ABOVE_ZERO("a duration above zero, for example PT0.2S"),
        ZERO_OR_MORE("a duration of zero or more, for example PT5M"),
        EMPTY_OR_ABOVE_ZERO("empty, or a duration above zero, for example P400D");

        private final String expected;

        IsoDuration(String expected) {
            this.expected = expected;
        }

        @Override
        public void ensureValid(String name, @Nullable Object value) {
            if (!isValid(String.valueOf(value))) {
                throw new ConfigException(name, value, "expected " + expected);
            }
        }

        private boolean isValid(String value) {
            if (value.isEmpty()) {
                return this == EMPTY_OR_ABOVE_ZERO;
            }
            try {
                Duration duration = Duration.parse(value);
                return !duration.isNegative() && (this == ZERO_OR_MORE || !duration.isZero());
            } catch (DateTimeParseException e) {
                return false;
            }
        }

        @Override
        public String toString() {
            return expected;
        }
    }
}

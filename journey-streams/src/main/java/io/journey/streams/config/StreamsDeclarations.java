package io.journey.streams.config;

import io.journey.events.topic.JourneyTopic;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;

/** What each setting of the streams application is: type, range, default and meaning. */
final class StreamsDeclarations {

    static final ConfigDef ALL = new ConfigDef()
            .define(
                    StreamsSettings.BOOTSTRAP_SERVERS,
                    ConfigDef.Type.LIST,
                    Importance.HIGH,
                    "Brokers to begin with, host:port joined by commas.")
            .define(
                    StreamsSettings.STATE_DIR,
                    ConfigDef.Type.STRING,
                    Importance.HIGH,
                    "Folder in which this instance keeps its state; on a real disk, kept between restarts, of no other"
                            + " instance.")
            .define(
                    StreamsSettings.APPLICATION_PREFIX,
                    ConfigDef.Type.STRING,
                    "journey",
                    new ConfigDef.NonEmptyString(),
                    Importance.MEDIUM,
                    "Begins the application id, which is followed by the definition's id and version.")
            .define(
                    StreamsSettings.TOPIC_PREFIX,
                    ConfigDef.Type.STRING,
                    JourneyTopic.DEFAULT_PREFIX,
                    new ConfigDef.NonEmptyString(),
                    Importance.MEDIUM,
                    "Begins the name of every topic that is read or published.")
            .define(
                    StreamsSettings.RESULTS_PREFIX,
                    ConfigDef.Type.STRING,
                    "",
                    Importance.LOW,
                    "Begins the name of every topic that is published, where results are computed beside those that are"
                            + " in use. Empty for journey.topic.prefix.")
            .define(
                    StreamsSettings.PARTITIONS,
                    ConfigDef.Type.INT,
                    4,
                    ConfigDef.Range.between(1, 10_000),
                    Importance.MEDIUM,
                    "Partitions of topics that do not exist yet.")
            .define(
                    StreamsSettings.REPLICATION,
                    ConfigDef.Type.INT,
                    -1,
                    ConfigDef.Range.between(-1, 15),
                    Importance.MEDIUM,
                    "Replicas of topics that do not exist yet; -1 for the brokers' default.")
            .define(
                    StreamsSettings.INSTANCE_ID,
                    ConfigDef.Type.STRING,
                    "",
                    Importance.MEDIUM,
                    "Name of this instance that is the same after a restart and no other instance has, for example its"
                            + " host. It then takes its work up again in seconds, without a rebalance. Empty for none.")
            .define(
                    StreamsSettings.START_TIMEOUT,
                    ConfigDef.Type.STRING,
                    "PT10M",
                    IsoDuration.ZERO_OR_MORE,
                    Importance.LOW,
                    "How long a start goes on trying while brokers or registry do not answer (ISO-8601); then it fails."
                            + " PT0S fails at the first time.")
            .define(
                    StreamsSettings.CLOCK,
                    ConfigDef.Type.STRING,
                    "live",
                    ConfigDef.ValidString.in("live", "replay"),
                    Importance.MEDIUM,
                    "live: once everything is read, time goes on with the wall clock. replay: time stands still until"
                            + " the replay is closed at an instant.")
            .define(
                    StreamsSettings.TICK,
                    ConfigDef.Type.STRING,
                    "PT0.2S",
                    IsoDuration.ABOVE_ZERO,
                    Importance.LOW,
                    "Wall-clock time between two looks at the watermark and the lapses that are due (ISO-8601).")
            .define(
                    StreamsSettings.MAX_OUT_OF_ORDER,
                    ConfigDef.Type.STRING,
                    "PT0S",
                    IsoDuration.ZERO_OR_MORE,
                    Importance.MEDIUM,
                    "How far the watermark is held back (ISO-8601). Late events are corrected whatever this is; more"
                            + " means fewer lapses that are taken back again.")
            .define(
                    StreamsSettings.MAX_CLOCK_SKEW,
                    ConfigDef.Type.STRING,
                    "PT5M",
                    IsoDuration.ZERO_OR_MORE,
                    Importance.MEDIUM,
                    "How far after its arrival an event may say that it happened (ISO-8601); beyond that it is rejected"
                            + " as FUTURE.")
            .define(
                    StreamsSettings.HISTORY_HORIZON,
                    ConfigDef.Type.STRING,
                    "",
                    IsoDuration.EMPTY_OR_ABOVE_ZERO,
                    Importance.MEDIUM,
                    "How far before the watermark an event may lie (ISO-8601); beyond that it is rejected as TOO_LATE."
                            + " Empty for no limit.")
            .define(
                    StreamsSettings.MAX_EVENT_BYTES,
                    ConfigDef.Type.INT,
                    262_144,
                    ConfigDef.Range.between(1_024, 4_194_304),
                    Importance.LOW,
                    "Size of the largest record that is decoded, bytes; a larger one is rejected as TOO_LARGE.")
            .define(
                    StreamsSettings.HASH_NAMESPACES,
                    ConfigDef.Type.LIST,
                    "",
                    Importance.MEDIUM,
                    "Identity namespaces whose values are replaced by their salted SHA-256, joined by commas. Producers"
                            + " must do the same, so that raw values never reach a topic.")
            .define(
                    StreamsSettings.HASH_SALT,
                    ConfigDef.Type.PASSWORD,
                    "",
                    Importance.MEDIUM,
                    "Put before a value that is hashed; the same for all producers and instances, and for good.")
            .define(
                    StreamsSettings.DEFINITIONS,
                    ConfigDef.Type.LIST,
                    "",
                    Importance.HIGH,
                    "Files that define the journeys to compute, and folders of such files (.yaml, .yml), joined by"
                            + " commas; at least one definition, one version of each journey.")
            .define(
                    StreamsSettings.HEALTH_LISTEN,
                    ConfigDef.Type.STRING,
                    "127.0.0.1:8090",
                    HostAndPort.VALID,
                    Importance.MEDIUM,
                    "Address, host:port, of /health/live, /health/ready, /metrics and /info, which ask for no token;"
                            + " port 0 for a free one. Empty for none.")
            .define(
                    StreamsSettings.HTTP_LISTEN,
                    ConfigDef.Type.STRING,
                    "",
                    HostAndPort.VALID,
                    Importance.MEDIUM,
                    "Address, host:port, at which this instance answers questions about customers; port 0 for a free"
                            + " one. Empty for none.")
            .define(
                    StreamsSettings.HTTP_ADVERTISED,
                    ConfigDef.Type.STRING,
                    "",
                    HostAndPort.VALID,
                    Importance.MEDIUM,
                    "Address, host:port, by which the other instances reach that one. Empty for journey.http.listen"
                            + " itself, which then names a host that they reach.")
            .define(
                    StreamsSettings.HTTP_TOKEN,
                    ConfigDef.Type.PASSWORD,
                    "",
                    Importance.MEDIUM,
                    "What every question must show as a bearer token, those of other instances included; the same for"
                            + " all. Empty lets everybody ask who reaches the address.")
            .define(
                    StreamsSettings.HTTP_KEYSTORE,
                    ConfigDef.Type.STRING,
                    "",
                    Importance.MEDIUM,
                    "PKCS12 file with key and certificate, to answer questions with TLS; all instances have one or none. The"
                            + " certificate is for the host that journey.http.advertised names. Empty for plain HTTP.")
            .define(
                    StreamsSettings.HTTP_KEYSTORE_PASSWORD,
                    ConfigDef.Type.PASSWORD,
                    "",
                    Importance.MEDIUM,
                    "Password of that file and its key.")
            .define(
                    StreamsSettings.HTTP_TRUSTSTORE,
                    ConfigDef.Type.STRING,
                    "",
                    Importance.MEDIUM,
                    "PKCS12 file with the certificates by which this instance trusts the others, when they answer with TLS."
                            + " Empty for those that Java trusts.")
            .define(
                    StreamsSettings.HTTP_TRUSTSTORE_PASSWORD,
                    ConfigDef.Type.PASSWORD,
                    "",
                    Importance.MEDIUM,
                    "Password of that file.");

    private StreamsDeclarations() {}
}

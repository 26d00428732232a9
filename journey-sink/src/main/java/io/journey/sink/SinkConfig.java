package io.journey.sink;

import io.journey.events.serde.SpecificAvroDeserializer;
import io.journey.events.topic.JourneyTopic;
import java.util.Locale;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.NonEmptyString;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigException;

/** The settings of the sink, declared: names, defaults, ranges and meanings. The reference page is printed from here. */
public final class SinkConfig {

    /** What begins so is given to the Kafka clients and the deserializers without it. */
    public static final String KAFKA_PREFIX = "kafka.";

    public static final String BOOTSTRAP_SERVERS = KAFKA_PREFIX + "bootstrap.servers";
    public static final String SCHEMA_REGISTRY_URL = KAFKA_PREFIX + "schema.registry.url";
    public static final String KEY_DESERIALIZER = KAFKA_PREFIX + "key.deserializer";
    public static final String VALUE_DESERIALIZER = KAFKA_PREFIX + "value.deserializer";
    public static final String TOPIC_PREFIX = "topic.prefix";
    public static final String TOPIC_CHANGED = "topic.changed";
    public static final String GROUP_ID = "group.id";
    public static final String DATABASE_URL = "database.url";
    public static final String DATABASE_USER = "database.user";
    public static final String DATABASE_PASSWORD = "database.password";
    public static final String DATABASE_MEMORY_LIMIT = "database.memory.limit";
    public static final String BATCH_MAX_RECORDS = "batch.max.records";
    public static final String FLUSH_INTERVAL_MS = "flush.interval.ms";
    public static final String HTTP_HOST = "http.host";
    public static final String HTTP_PORT = "http.port";
    public static final String HTTP_EVENT_CLIENTS = "http.event.clients";

    public static final String HTTP_USER = "http.user";
    public static final String HTTP_PASSWORD = "http.password";
    public static final String HTTP_TLS_KEYSTORE = "http.tls.keystore";
    public static final String HTTP_TLS_KEYSTORE_PASSWORD = "http.tls.keystore.password";

    public static final String HTTP_REQUESTS_PER_SECOND = "http.requests.per.second";
    public static final String STREAMS_URL = "journey.streams.url";
    public static final String STREAMS_TRUSTSTORE = "journey.streams.truststore";
    public static final String STREAMS_TRUSTSTORE_PASSWORD = STREAMS_TRUSTSTORE + ".password";
    public static final String STREAMS_TOKEN = "journey.streams.token";
    public static final String PAGE_TOKEN = "journey.page.token";

    static final String OUR_DESERIALIZER = SpecificAvroDeserializer.class.getName();

    private SinkConfig() {}

    /** All settings but those that pass through under {@value #KAFKA_PREFIX}. */
    public static ConfigDef definition() {
        return kafka(http(access(customers(database(new ConfigDef())))))
                .define(
                        BATCH_MAX_RECORDS,
                        ConfigDef.Type.INT,
                        5_000,
                        Range.between(1, 50_000),
                        Importance.MEDIUM,
                        "Records after which a batch is written without waiting for flush.interval.ms.")
                .define(
                        FLUSH_INTERVAL_MS,
                        ConfigDef.Type.LONG,
                        1_000L,
                        Range.between(1, 60_000),
                        Importance.MEDIUM,
                        "Longest wait of a record for its batch, in milliseconds; bounds how old the page can be.")
                .define(
                        TOPIC_CHANGED,
                        ConfigDef.Type.STRING,
                        "stop",
                        ConfigDef.CaseInsensitiveValidString.in("stop", "reset"),
                        Importance.MEDIUM,
                        "What to do with a topic that was deleted and created again, or that lost records which the"
                                + " table does not have: stop reading it, or reset, which empties its table and reads"
                                + " it from its beginning.");
    }

    private static ConfigDef kafka(ConfigDef definition) {
        return definition
                .define(
                        BOOTSTRAP_SERVERS,
                        ConfigDef.Type.STRING,
                        ConfigDef.NO_DEFAULT_VALUE,
                        new NonEmptyString(),
                        Importance.HIGH,
                        "Brokers to begin with. Every Kafka setting can be given this way, security included.")
                .define(
                        SCHEMA_REGISTRY_URL,
                        ConfigDef.Type.STRING,
                        "",
                        Importance.HIGH,
                        "Address of the schema registry; required by the sink's own deserializer.")
                .define(
                        KEY_DESERIALIZER,
                        ConfigDef.Type.STRING,
                        OUR_DESERIALIZER,
                        new NonEmptyString(),
                        Importance.LOW,
                        "Class that reads keys: any that gives Avro records, specific or generic.")
                .define(
                        VALUE_DESERIALIZER,
                        ConfigDef.Type.STRING,
                        OUR_DESERIALIZER,
                        new NonEmptyString(),
                        Importance.LOW,
                        "Class that reads values: any that gives Avro records, specific or generic.")
                .define(
                        TOPIC_PREFIX,
                        ConfigDef.Type.STRING,
                        JourneyTopic.DEFAULT_PREFIX,
                        new NonEmptyString(),
                        Importance.MEDIUM,
                        "Start of every topic's name, without the dot.")
                .define(
                        GROUP_ID,
                        ConfigDef.Type.STRING,
                        "",
                        Importance.MEDIUM,
                        "Consumer group; sinks of one database share it. Empty for the topic prefix with -sink.");
    }

    private static ConfigDef database(ConfigDef definition) {
        return definition
                .define(
                        DATABASE_URL,
                        ConfigDef.Type.STRING,
                        "jdbc:duckdb:journey.duckdb",
                        new NonEmptyString(),
                        Importance.HIGH,
                        "Where the tables are: jdbc:duckdb:<file> or jdbc:postgresql://<host>/<database>.")
                .define(
                        DATABASE_USER,
                        ConfigDef.Type.STRING,
                        "",
                        Importance.HIGH,
                        "User of the database; PostgreSQL only.")
                .define(
                        DATABASE_PASSWORD,
                        ConfigDef.Type.PASSWORD,
                        "",
                        Importance.HIGH,
                        "Password of that user; PostgreSQL only. Never printed.")
                .define(
                        DATABASE_MEMORY_LIMIT,
                        ConfigDef.Type.STRING,
                        "1GB",
                        ConfigDef.LambdaValidator.with(
                                (name, value) -> SinkConfig.checkMemory(name, String.valueOf(value)),
                                () -> "a number with KB, MB or GB"),
                        Importance.LOW,
                        "Most memory that DuckDB may take. PostgreSQL ignores it.");
    }

    private static ConfigDef http(ConfigDef definition) {
        return definition
                .define(
                        HTTP_HOST,
                        ConfigDef.Type.STRING,
                        "127.0.0.1",
                        new NonEmptyString(),
                        Importance.HIGH,
                        "Address to listen on. Before you open it to a network set http.user, or put it behind something that"
                                + " asks who comes.")
                .define(
                        HTTP_PORT,
                        ConfigDef.Type.INT,
                        8080,
                        Range.between(0, 65_535),
                        Importance.HIGH,
                        "Port to listen on; 0 for a free one.")
                .define(
                        HTTP_EVENT_CLIENTS,
                        ConfigDef.Type.INT,
                        100,
                        Range.between(1, 10_000),
                        Importance.LOW,
                        "Most pages that may be told of new data at the same time; further ones are turned away.")
                .define(
                        HTTP_REQUESTS_PER_SECOND,
                        ConfigDef.Type.INT,
                        200,
                        Range.between(1, 100_000),
                        Importance.LOW,
                        "Requests per second that one address may make in the mean; what is more is answered 429. All that"
                                + " comes through a proxy has the proxy's address.");
    }

    private static ConfigDef access(ConfigDef definition) {
        return definition
                .define(
                        HTTP_USER,
                        ConfigDef.Type.STRING,
                        "",
                        Importance.HIGH,
                        "User that whoever opens the page or calls the API must be, by HTTP basic authentication. Health,"
                                + " metrics and info stay open. Empty lets everybody in who reaches the address.")
                .define(
                        HTTP_PASSWORD,
                        ConfigDef.Type.PASSWORD,
                        "",
                        Importance.HIGH,
                        "Password of that user. Never printed.")
                .define(
                        HTTP_TLS_KEYSTORE,
                        ConfigDef.Type.STRING,
                        "",
                        Importance.MEDIUM,
                        "PKCS12 file with key and certificate, to listen with TLS. Empty for plain HTTP.")
                .define(
                        HTTP_TLS_KEYSTORE_PASSWORD,
                        ConfigDef.Type.PASSWORD,
                        "",
                        Importance.MEDIUM,
                        "Password of that file and its key. Never printed.");
    }

    private static ConfigDef customers(ConfigDef definition) {
        return definition
                .define(
                        STREAMS_URL,
                        ConfigDef.Type.STRING,
                        "",
                        ConfigDef.LambdaValidator.with(
                                (name, value) -> SinkConfig.checkUrl(name, String.valueOf(value)),
                                () -> "http://host:port or https://host:port, or empty"),
                        Importance.MEDIUM,
                        "Where an instance of the streams application answers questions about customers"
                                + " (journey.http.listen), for the page. Empty leaves customers out.")
                .define(
                        STREAMS_TOKEN,
                        ConfigDef.Type.PASSWORD,
                        "",
                        Importance.MEDIUM,
                        "What the sink shows to that instance: its journey.http.token. Never printed.")
                .define(
                        STREAMS_TRUSTSTORE,
                        ConfigDef.Type.STRING,
                        "",
                        Importance.MEDIUM,
                        "PKCS12 file with the certificates by which the sink trusts that instance, when the address begins with"
                                + " https. Empty for those that Java trusts.")
                .define(
                        STREAMS_TRUSTSTORE_PASSWORD,
                        ConfigDef.Type.PASSWORD,
                        "",
                        Importance.MEDIUM,
                        "Password of that file. Never printed.")
                .define(
                        PAGE_TOKEN,
                        ConfigDef.Type.PASSWORD,
                        "",
                        Importance.HIGH,
                        "What whoever looks a customer up must show, as a bearer token; the page asks for it. Empty lets"
                                + " everybody who reaches the page look customers up. Never printed.");
    }

    private static void checkUrl(String name, String value) {
        if (!value.isEmpty() && !value.matches("https?://[^/?#]+/?")) {
            throw new ConfigException(name, value, "expected http://host:port or https://host:port, or empty");
        }
    }

    private static void checkMemory(String name, String value) {
        if (!value.toUpperCase(Locale.ROOT).matches("[1-9][0-9]*(KB|MB|GB)")) {
            throw new ConfigException(name, value, "expected a number with KB, MB or GB");
        }
    }
}

package io.journey.sink;

import io.journey.events.tls.CertificateStore;
import io.journey.service.Version;
import io.journey.sink.consume.ChangedTopic;
import io.journey.sink.consume.ConsumeSettings;
import io.journey.sink.consume.KafkaClients;
import io.journey.sink.database.DatabaseSettings;
import io.journey.sink.http.AccessSettings;
import io.journey.sink.http.CustomerSettings;
import io.journey.sink.http.HttpSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigValue;

/**
 * The sink's settings, checked when they are read.
 *
 * <p>{@link SinkConfig} declares them; what stands under {@code kafka.} reaches the Kafka clients and the deserializers
 * under Kafka's own names.
 */
public final class SinkSettings {

    private final ConsumeSettings consume;
    private final DatabaseSettings database;
    private final HttpSettings http;

    private SinkSettings(ConsumeSettings consume, DatabaseSettings database, HttpSettings http) {
        this.consume = consume;
        this.database = database;
        this.http = http;
    }

    /**
     * Settings from their text form.
     *
     * @throws InvalidSettingsException with every fault in one message
     */
    public static SinkSettings of(Map<String, String> given) {
        ConfigDef definition = SinkConfig.definition();
        List<String> faults = new ArrayList<>();
        for (ConfigValue value : definition.validate(given)) {
            faults.addAll(value.errorMessages());
        }
        faults.addAll(unknown(definition, given));
        faults.addAll(decided(given));
        faults.addAll(registryMissing(given));
        faults.addAll(databaseUnknown(given));
        faults.addAll(halfAccess(given));
        if (!faults.isEmpty()) {
            throw new InvalidSettingsException(faults.stream().sorted().toList());
        }
        return read(new AbstractConfig(definition, given, false), given);
    }

    private static List<String> unknown(ConfigDef definition, Map<String, String> given) {
        return given.keySet().stream()
                .filter(name -> !name.startsWith(SinkConfig.KAFKA_PREFIX)
                        && !definition.names().contains(name))
                .map(name -> name + " is no setting; expected one of "
                        + String.join(", ", definition.names().stream().sorted().toList())
                        + " or one of Kafka's under " + SinkConfig.KAFKA_PREFIX)
                .toList();
    }

    private static List<String> decided(Map<String, String> given) {
        return KafkaClients.FIXED.entrySet().stream()
                .filter(fixed -> given.containsKey(SinkConfig.KAFKA_PREFIX + fixed.getKey()))
                .map(fixed -> SinkConfig.KAFKA_PREFIX + fixed.getKey() + " cannot be set: " + fixed.getValue())
                .toList();
    }

    private static List<String> registryMissing(Map<String, String> given) {
        boolean ours = given.getOrDefault(SinkConfig.VALUE_DESERIALIZER, SinkConfig.OUR_DESERIALIZER)
                .equals(SinkConfig.OUR_DESERIALIZER);
        boolean named = !given.getOrDefault(SinkConfig.SCHEMA_REGISTRY_URL, "").isBlank();
        return ours && !named
                ? List.of(SinkConfig.SCHEMA_REGISTRY_URL
                        + " is missing; expected the address of a schema registry, which " + SinkConfig.OUR_DESERIALIZER
                        + " needs")
                : List.of();
    }

    private static List<String> databaseUnknown(Map<String, String> given) {
        String url = given.getOrDefault(SinkConfig.DATABASE_URL, "jdbc:duckdb:");
        return url.startsWith("jdbc:duckdb:") || url.startsWith("jdbc:postgresql:")
                ? List.of()
                : List.of(SinkConfig.DATABASE_URL + " " + url
                        + ": expected jdbc:duckdb:<file> or jdbc:postgresql://<host>/<database>");
    }

    /** A gate that anybody opens, or a certificate that is not there, would be found out too late. */
    private static List<String> halfAccess(Map<String, String> given) {
        List<String> faults = new ArrayList<>();
        boolean user = !given.getOrDefault(SinkConfig.HTTP_USER, "").isEmpty();
        boolean password = !given.getOrDefault(SinkConfig.HTTP_PASSWORD, "").isEmpty();
        if (user != password) {
            faults.add((user ? SinkConfig.HTTP_PASSWORD : SinkConfig.HTTP_USER) + " is missing; expected both "
                    + SinkConfig.HTTP_USER + " and " + SinkConfig.HTTP_PASSWORD + ", or neither");
        }
        faults.addAll(
                CertificateStore.faults(given, List.of(SinkConfig.HTTP_TLS_KEYSTORE, SinkConfig.STREAMS_TRUSTSTORE)));
        return faults;
    }

    private static SinkSettings read(AbstractConfig config, Map<String, String> given) {
        String prefix = config.getString(SinkConfig.TOPIC_PREFIX);
        String group = config.getString(SinkConfig.GROUP_ID);
        String groupId = group.isEmpty() ? prefix + "-sink" : group;
        DatabaseSettings database = new DatabaseSettings(
                config.getString(SinkConfig.DATABASE_URL),
                present(config.getString(SinkConfig.DATABASE_USER)),
                present(config.getPassword(SinkConfig.DATABASE_PASSWORD).value()),
                config.getString(SinkConfig.DATABASE_MEMORY_LIMIT));
        ConsumeSettings consume = new ConsumeSettings(
                kafka(config, given, database, groupId),
                prefix,
                groupId,
                config.getInt(SinkConfig.BATCH_MAX_RECORDS),
                Duration.ofMillis(config.getLong(SinkConfig.FLUSH_INTERVAL_MS)),
                ChangedTopic.valueOf(config.getString(SinkConfig.TOPIC_CHANGED).toUpperCase(Locale.ROOT)));
        HttpSettings http = new HttpSettings(
                config.getString(SinkConfig.HTTP_HOST),
                config.getInt(SinkConfig.HTTP_PORT),
                config.getInt(SinkConfig.HTTP_EVENT_CLIENTS),
                config.getInt(SinkConfig.HTTP_REQUESTS_PER_SECOND),
                new CustomerSettings(
                        present(config.getString(SinkConfig.STREAMS_URL)).map(URI::create),
                        config.getPassword(SinkConfig.STREAMS_TOKEN).value(),
                        CertificateStore.pkcs12(
                                config.getString(SinkConfig.STREAMS_TRUSTSTORE),
                                config.getPassword(SinkConfig.STREAMS_TRUSTSTORE_PASSWORD)
                                        .value()),
                        config.getPassword(SinkConfig.PAGE_TOKEN).value()),
                new AccessSettings(
                        config.getString(SinkConfig.HTTP_USER),
                        config.getPassword(SinkConfig.HTTP_PASSWORD).value(),
                        present(config.getString(SinkConfig.HTTP_TLS_KEYSTORE)).map(Path::of),
                        config.getPassword(SinkConfig.HTTP_TLS_KEYSTORE_PASSWORD)
                                .value()));
        return new SinkSettings(consume, database, http);
    }

    private static Map<String, String> kafka(
            AbstractConfig config, Map<String, String> given, DatabaseSettings database, String groupId) {
        Map<String, String> kafka = new HashMap<>();
        if (database.isFile()) {
            // A file has one sink, so a restarted one can take its predecessor's place at once.
            kafka.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, groupId);
        }
        kafka.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, config.getString(SinkConfig.KEY_DESERIALIZER));
        kafka.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, config.getString(SinkConfig.VALUE_DESERIALIZER));
        given.forEach((name, value) -> {
            if (name.startsWith(SinkConfig.KAFKA_PREFIX)) {
                kafka.put(name.substring(SinkConfig.KAFKA_PREFIX.length()), value);
            }
        });
        return Map.copyOf(kafka);
    }

    private static Optional<String> present(String value) {
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    /** What may be told to everybody: which program, and which topics go where. */
    public Map<String, String> info() {
        return Map.of(
                "service", "journey-sink",
                "version", Version.number(),
                "topicPrefix", consume.topicPrefix(),
                "group", consume.groupId(),
                "database", database.isFile() ? "duckdb" : "postgresql");
    }

    public ConsumeSettings consume() {
        return consume;
    }

    public DatabaseSettings database() {
        return database;
    }

    public HttpSettings http() {
        return http;
    }
}

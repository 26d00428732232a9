package io.journey.events.registry;

import static org.apache.kafka.common.config.ConfigDef.NO_DEFAULT_VALUE;
import static org.apache.kafka.common.config.ConfigDef.Range.atLeast;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.ValidString;

/** Names, types, defaults and meanings of the settings that concern the registry; Confluent's names throughout. */
public final class RegistryConfig {

    public static final String URL = "schema.registry.url";
    public static final String BASIC_AUTH_SOURCE = "basic.auth.credentials.source";
    public static final String BASIC_AUTH_USER_INFO = "basic.auth.user.info";
    public static final String BEARER_AUTH_SOURCE = "bearer.auth.credentials.source";
    public static final String BEARER_AUTH_TOKEN = "bearer.auth.token";
    public static final String TRUSTSTORE_LOCATION = "schema.registry.ssl.truststore.location";
    public static final String TRUSTSTORE_PASSWORD = "schema.registry.ssl.truststore.password";
    public static final String TRUSTSTORE_TYPE = "schema.registry.ssl.truststore.type";
    public static final String KEYSTORE_LOCATION = "schema.registry.ssl.keystore.location";
    public static final String KEYSTORE_PASSWORD = "schema.registry.ssl.keystore.password";
    public static final String KEYSTORE_TYPE = "schema.registry.ssl.keystore.type";
    public static final String MAX_RETRIES = "max.retries";
    public static final String RETRIES_WAIT_MS = "retries.wait.ms";
    public static final String RETRIES_MAX_WAIT_MS = "retries.max.wait.ms";
    public static final String CONNECT_TIMEOUT_MS = "http.connect.timeout.ms";
    public static final String READ_TIMEOUT_MS = "http.read.timeout.ms";
    public static final String MISSING_ID_TTL_SEC = "missing.id.cache.ttl.sec";
    public static final String NORMALIZE = "normalize.schemas";

    public static final String AUTO_REGISTER = "auto.register.schemas";
    public static final String USE_LATEST = "use.latest.version";

    static final String NAMESPACE = "schema.registry.";

    private RegistryConfig() {}

    /** The settings, declared; the table in docs/serdes.md is printed from it. */
    public static ConfigDef definition() {
        return new ConfigDef()
                .define(
                        URL,
                        ConfigDef.Type.LIST,
                        NO_DEFAULT_VALUE,
                        Importance.HIGH,
                        "Base URLs, separated by commas; the next is asked when one does not answer. Paths are kept.")
                .define(
                        AUTO_REGISTER,
                        ConfigDef.Type.BOOLEAN,
                        false,
                        Importance.HIGH,
                        "Register a schema that the subject does not have. Confluent's default is true; here a schema"
                                + " must be registered on purpose.")
                .define(
                        USE_LATEST,
                        ConfigDef.Type.BOOLEAN,
                        false,
                        Importance.MEDIUM,
                        "Write under the id of the subject's latest schema instead of looking ours up; it must have"
                                + " the same fields, documentation may differ.")
                .define(
                        BASIC_AUTH_SOURCE,
                        ConfigDef.Type.STRING,
                        "URL",
                        ValidString.in("URL", "USER_INFO"),
                        Importance.MEDIUM,
                        "Where user and password stand: in the URLs, or in " + BASIC_AUTH_USER_INFO + ".")
                .define(BASIC_AUTH_USER_INFO, ConfigDef.Type.PASSWORD, "", Importance.MEDIUM, "user:password.")
                .define(
                        BEARER_AUTH_SOURCE,
                        ConfigDef.Type.STRING,
                        "",
                        ValidString.in("", "STATIC_TOKEN"),
                        Importance.MEDIUM,
                        "STATIC_TOKEN sends " + BEARER_AUTH_TOKEN + "; empty sends none.")
                .define(BEARER_AUTH_TOKEN, ConfigDef.Type.PASSWORD, "", Importance.MEDIUM, "The token.")
                .define(
                        TRUSTSTORE_LOCATION,
                        ConfigDef.Type.STRING,
                        "",
                        Importance.MEDIUM,
                        "File of the certificates to trust; empty trusts what Java trusts.")
                .define(TRUSTSTORE_PASSWORD, ConfigDef.Type.PASSWORD, "", Importance.MEDIUM, "Password of that file.")
                .define(TRUSTSTORE_TYPE, ConfigDef.Type.STRING, "PKCS12", Importance.LOW, "PKCS12 or JKS.")
                .define(
                        KEYSTORE_LOCATION,
                        ConfigDef.Type.STRING,
                        "",
                        Importance.MEDIUM,
                        "File of the client's own key and certificate; empty sends none.")
                .define(
                        KEYSTORE_PASSWORD,
                        ConfigDef.Type.PASSWORD,
                        "",
                        Importance.MEDIUM,
                        "Password of that file and its keys.")
                .define(KEYSTORE_TYPE, ConfigDef.Type.STRING, "PKCS12", Importance.LOW, "PKCS12 or JKS.")
                .define(
                        MAX_RETRIES,
                        ConfigDef.Type.INT,
                        5,
                        atLeast(0),
                        Importance.LOW,
                        "Further attempts on connection errors, timeouts, 408, 429 and 5xx.")
                .define(
                        RETRIES_WAIT_MS,
                        ConfigDef.Type.LONG,
                        250L,
                        atLeast(0L),
                        Importance.LOW,
                        "Pause before the first retry, milliseconds; doubles each time, half of it by chance.")
                .define(
                        RETRIES_MAX_WAIT_MS,
                        ConfigDef.Type.LONG,
                        5_000L,
                        atLeast(0L),
                        Importance.LOW,
                        "Longest pause before a retry, milliseconds.")
                .define(
                        CONNECT_TIMEOUT_MS,
                        ConfigDef.Type.LONG,
                        5_000L,
                        atLeast(1L),
                        Importance.LOW,
                        "Longest time to connect, milliseconds.")
                .define(
                        READ_TIMEOUT_MS,
                        ConfigDef.Type.LONG,
                        10_000L,
                        atLeast(1L),
                        Importance.LOW,
                        "Longest time to wait for an answer, milliseconds.")
                .define(
                        MISSING_ID_TTL_SEC,
                        ConfigDef.Type.LONG,
                        5L,
                        atLeast(0L),
                        Importance.LOW,
                        "How long an id that the registry does not know is taken as unknown without asking, seconds.")
                .define(
                        NORMALIZE,
                        ConfigDef.Type.BOOLEAN,
                        false,
                        Importance.LOW,
                        "Ask the registry to normalize schemas when it registers or looks them up.");
    }
}

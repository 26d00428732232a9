package io.journey.events.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journey.events.registry.RegistryHttp.Call;
import java.lang.ref.WeakReference;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/**
 * A client of a schema registry that speaks Confluent's REST protocol, safe for use by many threads.
 *
 * <p>Ids and schemas are cached for good, since a registry never changes them. Every method throws
 * {@link RegistryUnavailableException} when the registry cannot be reached and {@link RegistryRefusedException} when it
 * says no.
 */
public final class RegistryClient {

    private static final Map<RegistrySettings, WeakReference<RegistryClient>> SHARED = new HashMap<>();

    private record SubjectSchema(String subject, Schema schema) {}

    private final RegistryHttp http;
    private final String normalize;
    private final MissingIds missingIds;
    private final OnceCache<Integer, Schema> schemas = new OnceCache<>();
    private final OnceCache<SubjectSchema, Integer> registered = new OnceCache<>();
    private final OnceCache<SubjectSchema, Integer> found = new OnceCache<>();

    public RegistryClient(RegistrySettings settings) {
        this.http = new RegistryHttp(settings);
        this.normalize = settings.normalize() == RegistrySettings.Normalization.NORMALIZED ? "?normalize=true" : "";
        this.missingIds = new MissingIds(settings.missingIdTtl());
    }

    /** The client that everyone in this process with equal settings uses, so that caches and connections are shared. */
    public static synchronized RegistryClient shared(RegistrySettings settings) {
        WeakReference<RegistryClient> known = SHARED.get(settings);
        RegistryClient kept = known == null ? null : known.get();
        if (kept != null) {
            return kept;
        }
        RegistryClient created = new RegistryClient(settings);
        SHARED.put(settings, new WeakReference<>(created));
        return created;
    }

    /** Registers the schema under the subject, if it is not there yet, and gives its id. */
    public int register(String subject, Schema schema) {
        return registered.get(new SubjectSchema(subject, schema), () -> {
            String what = "register " + schema.getFullName() + " under subject " + subject;
            try {
                int id = id(http.call(
                        what, Call.post("/subjects/" + encoded(subject) + "/versions" + normalize, body(schema))));
                schemas.put(id, schema);
                return id;
            } catch (RegistryRefusedException e) {
                if (e.status() == RegistryRefusedException.INCOMPATIBLE) {
                    throw e.with(differenceToLatest(subject, schema)
                            + "; whoever changed the schema must keep it compatible, or the owner of the registry must"
                            + " change the subject's compatibility level");
                }
                throw e;
            }
        });
    }

    /** Id of a schema that must have been registered under the subject before. */
    public int idOf(String subject, Schema schema) {
        return found.get(new SubjectSchema(subject, schema), () -> {
            String what = "find " + schema.getFullName() + " under subject " + subject;
            try {
                int id = id(http.call(what, Call.post("/subjects/" + encoded(subject) + normalize, body(schema))));
                schemas.put(id, schema);
                return id;
            } catch (RegistryRefusedException e) {
                if (e.nothingRegistered()) {
                    throw e.with(differenceToLatest(subject, schema)
                            + "; register the schema before, or set auto.register.schemas=true");
                }
                throw e;
            }
        });
    }

    /**
     * The schema that records with this id were written with.
     *
     * @throws RegistryRefusedException whose {@link RegistryRefusedException#schemaNotFound()} is true when the registry
     *     does not know the id
     * @throws UnreadableSchemaException when it is no Avro schema that we can parse
     */
    public Schema byId(int id) {
        missingIds.check(id);
        return schemas.get(id, () -> {
            try {
                return parsed("schema " + id, http.call("get schema " + id, Call.get("/schemas/ids/" + id)));
            } catch (RegistryRefusedException e) {
                if (e.schemaNotFound()) {
                    missingIds.add(id, e);
                }
                throw e;
            }
        });
    }

    /** The newest schema of the subject; asked anew each time. */
    public RegisteredSchema latest(String subject) {
        return version(subject, "latest");
    }

    /** Id of the schema under the subject, asked anew each time; empty when it is not there. */
    public Optional<Integer> find(String subject, Schema schema) {
        String what = "find " + schema.getFullName() + " under subject " + subject;
        try {
            return Optional.of(
                    id(http.call(what, Call.post("/subjects/" + encoded(subject) + normalize, body(schema)))));
        } catch (RegistryRefusedException e) {
            if (e.nothingRegistered()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Every version of the subject that is not deleted, oldest first; none when there is no such subject. */
    public List<RegisteredSchema> versions(String subject) {
        try {
            List<RegisteredSchema> versions = new ArrayList<>();
            JsonNode numbers = http.call(
                    "list the versions of subject " + subject, Call.get("/subjects/" + encoded(subject) + "/versions"));
            for (JsonNode number : numbers) {
                versions.add(version(subject, number.asText()));
            }
            return List.copyOf(versions);
        } catch (RegistryRefusedException e) {
            if (e.nothingRegistered()) {
                return List.of();
            }
            throw e;
        }
    }

    private RegisteredSchema version(String subject, String version) {
        JsonNode json = http.call(
                "get version " + version + " of subject " + subject,
                Call.get("/subjects/" + encoded(subject) + "/versions/" + version));
        return new RegisteredSchema(
                id(json), json.path("version").asInt(), parsed("version " + version + " of subject " + subject, json));
    }

    /**
     * Whether the schema may be registered under the subject.
     *
     * @return what the registry has against it; empty when nothing
     */
    public List<String> incompatibilities(String subject, Schema schema) {
        JsonNode json = http.call(
                "check " + schema.getFullName() + " against subject " + subject,
                Call.post(
                        "/compatibility/subjects/" + encoded(subject) + "/versions/latest?verbose=true", body(schema)));
        if (json.path("is_compatible").asBoolean()) {
            return List.of();
        }
        List<String> messages = texts(json.path("messages"));
        return messages.isEmpty()
                ? List.of(json.path("reason").asText("incompatible, without a reason given"))
                : messages;
    }

    /** Compatibility level that holds for the subject, its own or the registry's. */
    public String compatibilityLevel(String subject) {
        JsonNode json = http.call(
                "get the compatibility level of subject " + subject,
                Call.get("/config/" + encoded(subject) + "?defaultToGlobal=true"));
        return json.path("compatibilityLevel").asText();
    }

    /** Sets the subject's own compatibility level, for example {@code FULL_TRANSITIVE}. */
    public void setCompatibilityLevel(String subject, String level) {
        ObjectNode body = RegistryHttp.JSON.createObjectNode().put("compatibility", level);
        http.call(
                "set the compatibility level of subject " + subject + " to " + level,
                Call.put("/config/" + encoded(subject), body));
    }

    /** All subjects that are not deleted. */
    public List<String> subjects() {
        return texts(http.call("list subjects", Call.get("/subjects")));
    }

    private String differenceToLatest(String subject, Schema ours) {
        try {
            RegisteredSchema latest = latest(subject);
            return "version " + latest.version() + " is registered: " + SchemaDifference.between(ours, latest.schema());
        } catch (RegistryRefusedException e) {
            return "the subject has no schema";
        }
    }

    private static Schema parsed(String what, JsonNode json) {
        String type = json.path("schemaType").asText("AVRO");
        if (!type.equals("AVRO")) {
            throw new UnreadableSchemaException(what + " is of type " + type + ", expected AVRO", null);
        }
        try {
            // Defaults are the writer's business: an old schema with a wrong one must still be read.
            return new Schema.Parser()
                    .setValidateDefaults(false)
                    .parse(json.path("schema").asText());
        } catch (AvroRuntimeException e) {
            throw new UnreadableSchemaException(what + " cannot be parsed: " + e.getMessage(), e);
        }
    }

    private static ObjectNode body(Schema schema) {
        return RegistryHttp.JSON.createObjectNode().put("schema", schema.toString());
    }

    private static int id(JsonNode json) {
        return json.path("id").asInt();
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(element -> texts.add(element.asText()));
        return List.copyOf(texts);
    }

    private static String encoded(String subject) {
        return URLEncoder.encode(subject, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

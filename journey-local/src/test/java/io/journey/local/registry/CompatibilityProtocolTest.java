package io.journey.local.registry;

import static io.journey.local.registry.Schemas.record;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RegistryExtension.class)
class CompatibilityProtocolTest {

    /** Reads everything that was written with one of the others, and is read by them in turn. */
    private static final String NEUTRAL = record("a");

    private static final String ONE_MORE = record("a", "b");
    private static final String ONE_MORE_WITH_DEFAULT = record("a", "b?");

    @Test
    void eachLevelRefusesWhatItIsThereToRefuse(RegistryClient registry) {
        // Given what is added after NEUTRAL, ONE_MORE can be read with it but cannot read it.
        record Case(String level, boolean takesOneMore, boolean takesOneLess) {}
        for (Case row : List.of(
                new Case("NONE", true, true),
                new Case("BACKWARD", false, true),
                new Case("BACKWARD_TRANSITIVE", false, true),
                new Case("FORWARD", true, false),
                new Case("FORWARD_TRANSITIVE", true, false),
                new Case("FULL", false, false),
                new Case("FULL_TRANSITIVE", false, false))) {
            String more = row.level() + "-more";
            String less = row.level() + "-less";
            Conversation talk = new Conversation(registry)
                    .askWithSchema("POST /subjects/" + more + "/versions", NEUTRAL, 200, "{}")
                    .askWithSchema("POST /subjects/" + less + "/versions", ONE_MORE, 200, "{}")
                    .ask("PUT /config/" + more, "{\"compatibility\":\"" + row.level() + "\"}", 200, "{}")
                    .ask("PUT /config/" + less, "{\"compatibility\":\"" + row.level() + "\"}", 200, "{}");
            judge(talk, more, ONE_MORE, row.takesOneMore());
            judge(talk, less, NEUTRAL, row.takesOneLess());
        }
    }

    private static void judge(Conversation talk, String subject, String schema, boolean fine) {
        String question = "POST /compatibility/subjects/" + subject + "/versions";
        talk.askWithSchema(question, schema, 200, "{is_compatible: " + fine + "}")
                .askWithSchema(question + "/latest", schema, 200, "{is_compatible: " + fine + "}")
                .askWithSchema(question + "/1", schema, 200, "{is_compatible: " + fine + "}");
        if (fine) {
            talk.askWithSchema("POST /subjects/" + subject + "/versions", schema, 200, "{version: 2}");
        } else {
            talk.refusedSchema("POST /subjects/" + subject + "/versions", schema, 409);
        }
    }

    @Test
    void transitiveLevelsLookFurtherBack(RegistryClient registry) {
        Conversation talk = new Conversation(registry)
                .askWithSchema("POST /subjects/s/versions", record("f1", "f2"), 200, "{}")
                .askWithSchema("POST /subjects/s/versions", record("f1"), 200, "{}")
                .ask("PUT /config/s", "{\"compatibility\":\"FORWARD\"}", 200, "{}")
                .askWithSchema(
                        "POST /compatibility/subjects/s/versions", record("f1", "f3"), 200, "{is_compatible: true}")
                .ask("PUT /config/s", "{\"compatibility\":\"FORWARD_TRANSITIVE\"}", 200, "{}")
                .askWithSchema(
                        "POST /compatibility/subjects/s/versions/latest",
                        record("f1", "f3"),
                        200,
                        "{is_compatible: true}")
                .askWithSchema(
                        "POST /compatibility/subjects/s/versions", record("f1", "f3"), 200, "{is_compatible: false}")
                .refusedSchema("POST /subjects/s/versions", record("f1", "f3"), 409);

        assertThat(talk.send("POST /subjects/s/versions", RegistryClient.schema(record("f1", "f3")))
                        .message())
                .contains("incompatible with an earlier schema for subject \"s\"")
                .contains("READER_FIELD_MISSING_DEFAULT_VALUE", "oldSchemaVersion: 1", "oldSchema:", "compatibility:");
    }

    @Test
    void verboseVerdictsSayWhy(RegistryClient registry) {
        new Conversation(registry)
                .askWithSchema("POST /subjects/s/versions", NEUTRAL, 200, "{}")
                .askWithSchema(
                        "POST /compatibility/subjects/s/versions/latest?verbose=true",
                        ONE_MORE_WITH_DEFAULT,
                        200,
                        "{is_compatible: true, messages: []}");

        RegistryClient.Answer no = registry.post(
                "/compatibility/subjects/s/versions/latest?verbose=true", RegistryClient.schema(ONE_MORE));
        RegistryClient.Answer nonsense =
                registry.post("/compatibility/subjects/s/versions?verbose=true", RegistryClient.schema("nonsense"));

        assertThat(no.body().path("is_compatible").asBoolean(true)).isFalse();
        assertThat(no.body().path("messages").path(0).asText()).contains("READER_FIELD_MISSING_DEFAULT_VALUE", "b");
        assertThat(nonsense.status()).isEqualTo(200);
        assertThat(nonsense.body().path("is_compatible").asBoolean(true)).isFalse();
        assertThat(nonsense.body().path("messages").path(0).asText()).startsWith("Invalid schema");
    }

    @Test
    void questionsAboutNothingAreAnsweredToo(RegistryClient registry) {
        new Conversation(registry)
                .askWithSchema("POST /compatibility/subjects/none/versions", NEUTRAL, 200, "{is_compatible: true}")
                .askWithSchema(
                        "POST /compatibility/subjects/none/versions/latest", NEUTRAL, 200, "{is_compatible: true}")
                .refusedSchema("POST /compatibility/subjects/none/versions/100", NEUTRAL, 40402)
                .refusedSchema("POST /compatibility/subjects/none/versions/earliest", NEUTRAL, 42202)
                .refusedSchema("POST /compatibility/subjects/none/versions", "nonsense", 42201)
                .ask("GET /subjects", 200, "[]");
    }

    @Test
    void deletedVersionsBindNobody(RegistryClient registry) {
        String otherType = ONE_MORE_WITH_DEFAULT.replace(
                "{\"name\":\"b\",\"type\":\"string\",\"default\":\"d\"}",
                "{\"name\":\"b\",\"type\":\"int\",\"default\":0}");
        new Conversation(registry)
                .askWithSchema("POST /subjects/s/versions", NEUTRAL, 200, "{version: 1}")
                .askWithSchema("POST /subjects/s/versions", ONE_MORE_WITH_DEFAULT, 200, "{version: 2}")
                .refusedSchema("POST /subjects/s/versions", otherType, 409)
                .ask("DELETE /subjects/s/versions/latest", 200, "2")
                .askWithSchema("POST /subjects/s/versions", otherType, 200, "{version: 3}");
    }

    @Test
    void whoInsistsGetsAnIncompatibleVersion(RegistryClient registry) {
        new Conversation(registry)
                .askWithSchema("POST /subjects/s/versions", NEUTRAL, 200, "{version: 1}")
                .refusedSchema("POST /subjects/s/versions", ONE_MORE, 409)
                .askWithSchema("POST /subjects/s/versions?force=true", ONE_MORE, 200, "{version: 2}");
    }
}

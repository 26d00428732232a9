package io.journey.local.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RegistryExtension.class)
class SubjectProtocolTest {

    @Test
    void anEmptyRegistryKnowsNothingAndSaysSo(RegistryClient registry) {
        new Conversation(registry)
                .ask("GET /subjects", 200, "[]")
                .ask("GET /schemas", 200, "[]")
                .ask("GET /", 200, "{}")
                .ask("GET /contexts", 200, "['.']")
                .ask("GET /contexts?offset=1&limit=1", 200, "[]")
                .ask("GET /schemas/types", 200, "['AVRO']")
                .ask("GET /v1/metadata/id", 200, "{id: '', scope: {path: []}}")
                .refused("GET /subjects/a/versions", 40401)
                .refused("GET /subjects/a/versions/1", 40401)
                .refused("GET /subjects/a/versions/latest", 40401)
                .refusedSchema("POST /subjects/a", Schemas.STRING, 40401)
                .refused("GET /schemas/ids/100", 40403)
                .refused("GET /schemas/ids/100/schema", 40403)
                .refused("GET /schemas/ids/100/subjects", 40403)
                .refused("GET /schemas/ids/100/versions", 40403)
                .refused("GET /schemas/guids/none", 40403)
                .refused("DELETE /subjects/a", 40401)
                .refused("DELETE /subjects/a?permanent=true", 40401)
                .refused("DELETE /subjects/a/versions/1", 40401);
    }

    @Test
    void oneSchemaHasOneIdInAllSubjects(RegistryClient registry) {
        new Conversation(registry)
                .askWithSchema("POST /subjects/a/versions", Schemas.STRING, 200, "{id: 1, version: 1}")
                .askWithSchema("POST /subjects/a/versions", "{ \"type\": \"string\" }", 200, "{id: 1, version: 1}")
                .askWithSchema("POST /subjects/b/versions", Schemas.STRING, 200, "{id: 1, version: 1}")
                .ask("PUT /config/a", "{\"compatibility\": \"NONE\"}", 200, "{compatibility: 'NONE'}")
                .askWithSchema("POST /subjects/a/versions", "\"long\"", 200, "{id: 2, version: 2}")
                .ask("GET /subjects", 200, "['a', 'b']")
                .ask("GET /subjects?limit=1&offset=1", 200, "['b']")
                .ask("GET /subjects?subjectPrefix=b", 200, "['b']")
                .ask("GET /subjects?subjectPrefix=:*:", 200, "['a', 'b']")
                .ask("GET /subjects/a/versions", 200, "[1, 2]")
                .ask("GET /schemas/ids/1/subjects", 200, "['a', 'b']")
                .ask("GET /schemas/ids/1/subjects?limit=1", 200, "['a']")
                .ask("GET /schemas/ids/1/versions", 200, "[{subject: 'a', version: 1}, {subject: 'b', version: 1}]")
                .ask("GET /schemas?latestOnly=true", 200, "[{subject: 'a', version: 2}, {subject: 'b', version: 1}]")
                .ask("GET /schemas?subjectPrefix=b", 200, "[{subject: 'b', id: 1, schema: '\"string\"'}]");
    }

    @Test
    void aVersionIsReadInEachOfItsForms(RegistryClient registry) {
        Conversation talk = new Conversation(registry)
                .askWithSchema("POST /subjects/a/versions", Schemas.STRING, 200, "{id: 1}")
                .ask(
                        "GET /subjects/a/versions/1",
                        200,
                        "{subject: 'a', version: 1, id: 1, schemaType: 'AVRO', schema: '\"string\"', deleted: false}")
                .ask("GET /subjects/a/versions/latest", 200, "{version: 1}")
                .ask("GET /subjects/a/versions/-1", 200, "{version: 1}")
                .ask("GET /subjects/a/versions/1/schema", 200, "'string'")
                .ask("GET /subjects/a/versions/1/referencedby", 200, "[]")
                .ask("GET /schemas/ids/1", 200, "{schema: '\"string\"', schemaType: 'AVRO', deleted: false}")
                .ask("GET /schemas/ids/1?subject=a", 200, "{subject: 'a', version: 1}")
                .ask("GET /schemas/ids/1?subject=elsewhere", 200, "{schema: '\"string\"'}")
                .ask("GET /schemas/ids/1?fetchMaxId=true", 200, "{maxId: 1}")
                .ask("GET /schemas/ids/1/schema", 200, "'string'")
                .refused("GET /subjects/a/versions/2", 40402)
                .refused("GET /subjects/a/versions/0", 42202)
                .refused("GET /subjects/a/versions/earliest", 42202);

        var byId = registry.get("/schemas/ids/1").body();
        assertThat(byId.has("subject")).isFalse();
        assertThat(byId.has("maxId")).isFalse();
        String guid = byId.path("guid").asText();
        talk.ask("GET /schemas/guids/" + guid, 200, "{schema: '\"string\"'}")
                .ask("GET /schemas/guids/" + guid + "/ids", 200, "[{context: '.', id: 1}]");
    }

    @Test
    void whatIsNoSchemaIsRefused(RegistryClient registry) {
        String badDefault = "{\"type\":\"record\",\"name\":\"r\",\"fields\":"
                + "[{\"name\":\"f\",\"type\":\"string\",\"default\":null}]}";
        String badType = "{\"type\":\"record\",\"name\":\"r\",\"fields\":[{\"name\":\"f\",\"type\":\"str\"}]}";
        String badNamespace = "{\"type\":\"record\",\"name\":\"r\",\"namespace\":\"a-bad.one\",\"fields\":[]}";
        Conversation talk = new Conversation(registry)
                .refusedSchema("POST /subjects/a/versions", "no schema", 42201)
                .refusedSchema("POST /subjects/a/versions", badDefault, 42201)
                .refusedSchema("POST /subjects/a/versions", badType, 42201)
                .refusedSchema("POST /subjects/a/versions", badNamespace, 42201)
                .refusedSchema("POST /subjects/a/versions", "", 42201)
                .refused("POST /subjects/a/versions", "{}", 42201)
                .refused("POST /subjects/a/versions", "{\"schema\":\"{}\",\"schemaType\":\"JSON\"}", 42201)
                .refusedSchema("POST /subjects/a", "no schema", 42201)
                .refusedSchema("POST /compatibility/subjects/a/versions/latest", badDefault, 42201)
                .ask("GET /subjects", 200, "[]");

        assertThat(talk.send("POST /subjects/a/versions", RegistryClient.schema(badType))
                        .message())
                .contains("str");
        talk.ask("PUT /config", "{\"validateNewSchemas\": false}", 200, "{validateNewSchemas: false}")
                .askWithSchema("POST /subjects/a/versions", badNamespace, 200, "{id: 1}")
                .askWithSchema("POST /subjects/b/versions", badDefault, 200, "{id: 2}");
    }

    @Test
    void whatAvroStumblesOverIsNoSchemaEither(RegistryClient registry) {
        String badOrder = "{\"type\":\"record\",\"name\":\"r\",\"fields\":"
                + "[{\"name\":\"f\",\"type\":\"int\",\"order\":\"sideways\"}]}";
        new Conversation(registry)
                .refusedSchema("POST /subjects/a/versions", "\"un.Known\"", 42201)
                .refusedSchema("POST /subjects/a", "\"un.Known\"", 42201)
                .refusedSchema("POST /compatibility/subjects/a/versions/latest", "\"un.Known\"", 42201)
                .refusedSchema("POST /subjects/a/versions", badOrder, 42201)
                .refusedSchema("POST /subjects/a/versions", nested(2_000), 42201)
                .askWithSchema("POST /subjects/a/versions", nested(900), 200, "{id: 1}");
    }

    private static String nested(int depth) {
        return "{\"type\":\"array\",\"items\":".repeat(depth) + "\"int\"" + "}".repeat(depth);
    }

    @Test
    void subjectsMayHaveAnyNameButAFew(RegistryClient registry) {
        new Conversation(registry)
                .askWithSchema("POST /subjects/a%2Fb%20c+d/versions", Schemas.STRING, 200, "{id: 1}")
                .askWithSchema("POST /subjects/:.:plain/versions", Schemas.STRING, 200, "{id: 1}")
                .ask("GET /subjects", 200, "['a/b c+d', 'plain']")
                .ask("GET /subjects/a%2Fb%20c+d/versions", 200, "[1]")
                .refusedSchema("POST /subjects/%0Dbad%0A/versions", Schemas.STRING, 42208)
                .refusedSchema("POST /subjects/__GLOBAL/versions", Schemas.STRING, 42208)
                .refusedSchema("POST /subjects/:.context:a/versions", Schemas.STRING, 42208);
    }

    @Test
    void aVersionMayBeAskedForButNotSkippedTo(RegistryClient registry) {
        String third = RegistryClient.object()
                .put("schema", "\"long\"")
                .put("version", 3)
                .toString();
        String second = RegistryClient.object()
                .put("schema", "\"long\"")
                .put("version", 2)
                .toString();
        new Conversation(registry)
                .askWithSchema("POST /subjects/a/versions", "\"int\"", 200, "{id: 1, version: 1}")
                .refused("POST /subjects/a/versions", third, 42201)
                .ask("POST /subjects/a/versions", second, 200, "{id: 2, version: 2}");
    }

    @Test
    void spellingsThatMeanTheSameAreOneSchemaWhenNormalized(RegistryClient registry) {
        String written = "{\"type\":\"record\",\"name\":\"r\",\"fields\":"
                + "[{\"name\":\"f\",\"type\":{\"type\":\"int\"},\"z\":1,\"a\":2}],\"extra\":{\"b\":1,\"a\":2}}";
        String otherwise = "{\"extra\":{\"a\":2,\"b\":1},\"type\":\"record\",\"name\":\"r\",\"fields\":"
                + "[{\"a\":2,\"z\":1,\"name\":\"f\",\"type\":\"int\"}]}";
        new Conversation(registry)
                .askWithSchema("POST /subjects/a/versions?normalize=true", written, 200, "{id: 1}")
                .askWithSchema("POST /subjects/a/versions?normalize=true", otherwise, 200, "{id: 1, version: 1}")
                .askWithSchema("POST /subjects/a?normalize=true", otherwise, 200, "{version: 1}")
                .askWithSchema("POST /subjects/b/versions?normalize=true", otherwise, 200, "{id: 1}")
                .ask("PUT /config/c", "{\"normalize\": true}", 200, "{normalize: true}")
                .askWithSchema("POST /subjects/c/versions", written, 200, "{id: 1}");
    }

    @Test
    void theSameWordsInAnotherOrderAreFoundButNewElsewhere(RegistryClient registry) {
        String written =
                "{\"type\":\"record\",\"name\":\"r\",\"fields\":[{\"name\":\"f\",\"type\":\"int\",\"z\":1,\"a\":2}]}";
        String otherwise =
                "{\"type\":\"record\",\"name\":\"r\",\"fields\":[{\"name\":\"f\",\"type\":\"int\",\"a\":2,\"z\":1}]}";
        new Conversation(registry)
                .askWithSchema("POST /subjects/a/versions", written, 200, "{id: 1}")
                .askWithSchema("POST /subjects/a", otherwise, 200, "{id: 1, version: 1}")
                .askWithSchema("POST /subjects/a/versions", otherwise, 200, "{id: 1, version: 1}")
                .askWithSchema("POST /subjects/b/versions", otherwise, 200, "{id: 2, version: 1}")
                .refusedSchema("POST /subjects/a", Schemas.STRING, 40403);
    }
}

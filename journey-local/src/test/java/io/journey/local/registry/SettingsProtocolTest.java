package io.journey.local.registry;

import static io.journey.local.registry.Schemas.imported;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RegistryExtension.class)
class SettingsProtocolTest {

    private static final String FIRST = Schemas.record("a");

    @Test
    void levelsAreSetGloballyAndPerSubject(RegistryClient registry) {
        new Conversation(registry)
                .ask("GET /config", 200, "{compatibilityLevel: 'BACKWARD'}")
                .refused("GET /config/s", 40408)
                .ask("GET /config/s?defaultToGlobal=true", 200, "{compatibilityLevel: 'BACKWARD'}")
                .ask("PUT /config", "{\"compatibility\":\"full\"}", 200, "{compatibility: 'FULL'}")
                .ask("PUT /config/s", "{\"compatibility\":\"FORWARD\"}", 200, "{compatibility: 'FORWARD'}")
                .ask("GET /config", 200, "{compatibilityLevel: 'FULL'}")
                .ask("GET /config/s", 200, "{compatibilityLevel: 'FORWARD'}")
                .ask("GET /config/t?defaultToGlobal=true", 200, "{compatibilityLevel: 'FULL'}")
                .ask("GET /config/:.:", 200, "{compatibilityLevel: 'FULL'}")
                .ask("DELETE /config/s", 200, "{compatibilityLevel: 'FORWARD'}")
                .refused("DELETE /config/s", 40401)
                .ask("GET /config/s?defaultToGlobal=true", 200, "{compatibilityLevel: 'FULL'}")
                .ask("DELETE /config", 200, "{compatibilityLevel: 'FULL'}")
                .ask("GET /config", 200, "{compatibilityLevel: 'BACKWARD'}")
                .refused("PUT /config", "{\"compatibility\":\"SIDEWARD\"}", 42203)
                .refused("PUT /config/s", "{\"compatibility\":\"SIDEWARD\"}", 42203);
    }

    @Test
    void settingsLeftOutStayAndNullOnesGo(RegistryClient registry) {
        new Conversation(registry)
                .ask("PUT /config/s", "{\"compatibility\":\"FULL\"}", 200, "{compatibility: 'FULL'}")
                .ask("PUT /config/s", "{\"normalize\":true}", 200, "{compatibility: 'FULL', normalize: true}")
                .ask("PUT /config/s", "{\"compatibility\":null}", 200, "{normalize: true}")
                .ask("GET /config/s", 200, "{compatibilityLevel: 'BACKWARD', normalize: true}");
    }

    @Test
    void modesAreSetGloballyAndPerSubject(RegistryClient registry) {
        new Conversation(registry)
                .ask("GET /mode", 200, "{mode: 'READWRITE'}")
                .refused("GET /mode/s", 40409)
                .ask("GET /mode/s?defaultToGlobal=true", 200, "{mode: 'READWRITE'}")
                .ask("PUT /mode", "{\"mode\":\"READONLY\"}", 200, "{mode: 'READONLY'}")
                .ask("PUT /mode/s", "{\"mode\":\"readwrite\"}", 200, "{mode: 'READWRITE'}")
                .ask("GET /mode/s", 200, "{mode: 'READWRITE'}")
                .askWithSchema("POST /subjects/s/versions", FIRST, 200, "{id: 1}")
                .refusedSchema("POST /subjects/t/versions", FIRST, 42205)
                .ask("DELETE /mode/s", 200, "{mode: 'READWRITE'}")
                .refused("DELETE /mode/s", 40401)
                .ask("GET /mode/s?defaultToGlobal=true", 200, "{mode: 'READONLY'}")
                .ask("DELETE /mode", 200, "{mode: 'READONLY'}")
                .ask("GET /mode", 200, "{mode: 'READWRITE'}")
                .refused("PUT /mode", "{\"mode\":\"SOMETIMES\"}", 42204)
                .refused("PUT /mode/s", "{\"mode\":\"SOMETIMES\"}", 42204);
    }

    @Test
    void modesAreDeletedWithThoseOfAllSubjects(RegistryClient registry) {
        new Conversation(registry)
                .ask("PUT /mode/s", "{\"mode\":\"READONLY\"}", 200, "{}")
                .ask("PUT /mode/t", "{\"mode\":\"IMPORT\"}", 200, "{}")
                .ask("PUT /mode", "{\"mode\":\"READONLY\"}", 200, "{}")
                .ask("DELETE /mode/u?recursive=true", 200, "{mode: null}")
                .ask("DELETE /mode/t?recursive=true", 200, "{mode: 'IMPORT'}")
                .ask("GET /mode/s", 200, "{mode: 'READONLY'}")
                .ask("DELETE /mode?recursive=true", 200, "{mode: 'READONLY'}")
                .ask("GET /mode", 200, "{mode: 'READWRITE'}")
                .refused("GET /mode/s", 40409)
                .refused("GET /mode/t", 40409)
                .ask("PUT /mode/:.a:s", "{\"mode\":\"READONLY\"}", 200, "{}")
                .ask("PUT /mode/:.b:s", "{\"mode\":\"READONLY\"}", 200, "{}")
                .ask("DELETE /mode?recursive=true", 200, "{mode: 'READWRITE'}")
                .ask("DELETE /mode/:.a:?recursive=true", 200, "{mode: null}")
                .refused("GET /mode/:.a:s", 40409)
                .ask("GET /mode/:.b:s", 200, "{mode: 'READONLY'}");
    }

    @Test
    void whatCannotBeASubjectHasNoSettings(RegistryClient registry) {
        for (String name : new String[] {"__GLOBAL", "__EMPTY", "a%0Ab"}) {
            new Conversation(registry)
                    .refused("PUT /config/" + name, "{\"compatibility\":\"FULL\"}", 42208)
                    .refused("PUT /mode/" + name, "{\"mode\":\"READONLY\"}", 42208);
        }
    }

    @Test
    void aReadOnlySubjectKeepsWhatItHas(RegistryClient registry) {
        new Conversation(registry)
                .askWithSchema("POST /subjects/s/versions", FIRST, 200, "{id: 1}")
                .ask("PUT /mode/s", "{\"mode\":\"READONLY\"}", 200, "{}")
                .askWithSchema("POST /subjects/s/versions", FIRST, 200, "{id: 1}")
                .refusedSchema("POST /subjects/s/versions", Schemas.STRING, 42205)
                .refused("DELETE /subjects/s", 42205)
                .refused("DELETE /subjects/s/versions/1", 42205)
                .refused("PUT /config/s", "{\"compatibility\":\"NONE\"}", 42205)
                .ask("PUT /mode/s", "{\"mode\":null}", 200, "{mode: null}")
                .refused("GET /mode/s", 40409);
    }

    @Test
    void anOverrideBindsSubjectsWithAModeOfTheirOwn(RegistryClient registry) {
        new Conversation(registry)
                .ask("PUT /mode/s", "{\"mode\":\"READWRITE\"}", 200, "{}")
                .ask("PUT /mode", "{\"mode\":\"READONLY_OVERRIDE\"}", 200, "{}")
                .ask("GET /mode/s?defaultToGlobal=true", 200, "{mode: 'READONLY_OVERRIDE'}")
                .refusedSchema("POST /subjects/s/versions", FIRST, 42205);
    }

    @Test
    void anImportBringsItsOwnIdsAndVersions(RegistryClient registry) {
        new Conversation(registry)
                .refused("POST /subjects/s/versions", imported(FIRST, 1, 100), 42205)
                .ask("PUT /mode", "{\"mode\":\"IMPORT\"}", 200, "{mode: 'IMPORT'}")
                .refusedSchema("POST /subjects/s/versions", FIRST, 42205)
                .ask("POST /subjects/s/versions", imported(FIRST, 1, 100), 200, "{id: 100, version: 1}")
                .ask("POST /subjects/s/versions", imported(FIRST, 1, 100), 200, "{id: 100, version: 1}")
                .askWithSchema("POST /subjects/s/versions", FIRST, 200, "{id: 100}")
                .refused("POST /subjects/s/versions", imported(Schemas.STRING, 2, 100), 42205)
                .refused("POST /subjects/t/versions", imported(Schemas.STRING, 1, 100), 42205)
                .ask("POST /subjects/s/versions", imported(Schemas.STRING, 7, 200), 200, "{id: 200, version: 7}")
                .ask("GET /subjects/s/versions", 200, "[1, 7]")
                .ask("PUT /mode", "{\"mode\":\"READWRITE\"}", 200, "{}")
                .ask("PUT /config", "{\"compatibility\":\"NONE\"}", 200, "{}")
                .askWithSchema("POST /subjects/s/versions", "\"long\"", 200, "{id: 201, version: 8}");
    }

    @Test
    void anImportBeginsOnEmptyGroundUnlessForced(RegistryClient registry) {
        new Conversation(registry)
                .askWithSchema("POST /subjects/s/versions", FIRST, 200, "{id: 1}")
                .refused("PUT /mode", "{\"mode\":\"IMPORT\"}", 42205)
                .refused("PUT /mode/s", "{\"mode\":\"IMPORT\"}", 42205)
                .ask("PUT /mode/s?force=true", "{\"mode\":\"IMPORT\"}", 200, "{mode: 'IMPORT'}")
                .ask("DELETE /mode/s", 200, "{}")
                .ask("DELETE /subjects/s", 200, "[1]")
                .ask("PUT /mode", "{\"mode\":\"IMPORT\"}", 200, "{mode: 'IMPORT'}")
                .ask("GET /subjects?deleted=true", 200, "[]")
                .ask("POST /subjects/s/versions", imported(FIRST, 1, 2), 200, "{id: 2, version: 1}");
    }

    @Test
    void anImportKeepsTheSpellingOfTheOtherRegistry(RegistryClient registry) {
        String odd =
                "{\"type\":\"record\",\"name\":\"r\",\"fields\":[{\"name\":\"f\",\"type\":\"int\",\"z\":1,\"a\":2}]}";
        new Conversation(registry)
                .ask("PUT /config/s", "{\"normalize\":true}", 200, "{}")
                .ask("PUT /mode/s", "{\"mode\":\"IMPORT\"}", 200, "{}")
                .ask("POST /subjects/s/versions?normalize=true", imported(odd, 1, 1), 200, "{id: 1}");

        assertThat(registry.get("/schemas/ids/1").body().path("schema").asText())
                .isEqualTo(odd);
    }
}

package io.journey.local.registry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RegistryExtension.class)
class DeletionProtocolTest {

    private static final String FIRST = Schemas.record("a");
    private static final String SECOND = Schemas.record("a", "b?");

    private static Conversation withTwoVersions(RegistryClient registry) {
        return new Conversation(registry)
                .askWithSchema("POST /subjects/s/versions", FIRST, 200, "{id: 1, version: 1}")
                .askWithSchema("POST /subjects/s/versions", SECOND, 200, "{id: 2, version: 2}");
    }

    @Test
    void aVersionIsHiddenFirstAndErasedLater(RegistryClient registry) {
        withTwoVersions(registry)
                .refused("DELETE /subjects/s/versions/2?permanent=true", 40407)
                .ask("DELETE /subjects/s/versions/2", 200, "2")
                .refused("DELETE /subjects/s/versions/2", 40406)
                .refused("DELETE /subjects/s/versions/3", 40402)
                .refused("DELETE /subjects/s/versions/0", 42202)
                .ask("GET /subjects/s/versions", 200, "[1]")
                .ask("GET /subjects/s/versions?deleted=true", 200, "[1, 2]")
                .ask("GET /subjects/s/versions?deletedOnly=true", 200, "[2]")
                .ask("GET /subjects/s/versions?deletedAsNegative=true", 200, "[1, -2]")
                .ask("GET /subjects/s/versions?deleted=true&limit=1", 200, "[1]")
                .refused("GET /subjects/s/versions/2", 40402)
                .ask("GET /subjects/s/versions/2?deleted=true", 200, "{version: 2, deleted: true}")
                .refusedSchema("POST /subjects/s", SECOND, 40403)
                .askWithSchema("POST /subjects/s?deleted=true", SECOND, 200, "{version: 2}")
                .ask("GET /schemas/ids/2", 200, "{deleted: true}")
                .ask("DELETE /subjects/s/versions/2?permanent=true", 200, "2")
                .refused("GET /subjects/s/versions/2?deleted=true", 40402)
                .refused("DELETE /subjects/s/versions/2?permanent=true", 40402)
                .refused("GET /schemas/ids/2", 40403)
                .askWithSchema("POST /subjects/s/versions", SECOND, 200, "{id: 3, version: 2}");
    }

    @Test
    void versionsAndIdsOutliveASoftDeletion(RegistryClient registry) {
        withTwoVersions(registry)
                .ask("DELETE /subjects/s/versions/2", 200, "2")
                .ask("DELETE /subjects/s/versions/latest", 200, "1")
                .refused("GET /subjects/s/versions", 40401)
                .refused("GET /subjects/s/versions/latest", 40401)
                .askWithSchema("POST /subjects/s/versions", FIRST, 200, "{id: 1, version: 3}")
                .askWithSchema("POST /subjects/s/versions", FIRST, 200, "{id: 1, version: 3}")
                .ask("GET /subjects/s/versions", 200, "[3]")
                .ask("GET /subjects/s/versions?deleted=true", 200, "[2, 3]")
                .askWithSchema("POST /subjects/s?deleted=true", FIRST, 200, "{version: 3}")
                .askWithSchema("POST /subjects/s/versions", SECOND, 200, "{id: 2, version: 4}");
    }

    @Test
    void aSubjectIsHiddenFirstAndErasedLater(RegistryClient registry) {
        withTwoVersions(registry)
                .refused("DELETE /subjects/s?permanent=true", 40405)
                .ask("DELETE /subjects/s", 200, "[1, 2]")
                .refused("DELETE /subjects/s", 40404)
                .ask("GET /subjects", 200, "[]")
                .ask("GET /subjects?deleted=true", 200, "['s']")
                .ask("GET /subjects?deletedOnly=true", 200, "['s']")
                .refusedSchema("POST /subjects/s", FIRST, 40401)
                .askWithSchema("POST /subjects/s?deleted=true", FIRST, 200, "{version: 1}")
                .ask("DELETE /subjects/s?permanent=true", 200, "[1, 2]")
                .ask("GET /subjects?deleted=true", 200, "[]")
                .refusedSchema("POST /subjects/s?deleted=true", FIRST, 40401)
                .refused("DELETE /subjects/s?permanent=true", 40401)
                .askWithSchema("POST /subjects/s/versions", FIRST, 200, "{id: 3, version: 1}");
    }

    @Test
    void aSubjectComesBackWithNewVersionsAndItsOldIds(RegistryClient registry) {
        withTwoVersions(registry)
                .ask("DELETE /subjects/s", 200, "[1, 2]")
                .askWithSchema("POST /subjects/s/versions", FIRST, 200, "{id: 1, version: 3}")
                .askWithSchema("POST /subjects/s/versions", SECOND, 200, "{id: 2, version: 4}")
                .ask("GET /subjects/s/versions", 200, "[3, 4]")
                .refused("GET /subjects/s/versions/1", 40402);
    }

    @Test
    void onlySubjectsWithoutAnyLiveVersionAreDeletedOnes(RegistryClient registry) {
        withTwoVersions(registry)
                .askWithSchema("POST /subjects/t/versions", FIRST, 200, "{id: 1}")
                .ask("DELETE /subjects/s/versions/1", 200, "1")
                .ask("DELETE /subjects/t/versions/1", 200, "1")
                .ask("GET /subjects", 200, "['s']")
                .ask("GET /subjects?deleted=true", 200, "['s', 't']")
                .ask("GET /subjects?deletedOnly=true", 200, "['t']")
                .ask("GET /subjects?deletedOnly=true&deleted=true", 200, "['t']")
                .ask("GET /schemas/ids/1/subjects", 200, "[]")
                .ask("GET /schemas/ids/1/subjects?deleted=true", 200, "['s', 't']")
                .ask("GET /schemas?deleted=true&latestOnly=true", 200, "[{subject: 's', version: 2}, {subject: 't'}]");
    }

    @Test
    void settingsOfASubjectGoWithItForGood(RegistryClient registry) {
        withTwoVersions(registry)
                .ask("PUT /config/s", "{\"compatibility\": \"FULL\"}", 200, "{}")
                .ask("PUT /mode/s", "{\"mode\": \"READWRITE\"}", 200, "{}")
                .ask("DELETE /subjects/s", 200, "[1, 2]")
                .ask("DELETE /subjects/s?permanent=true", 200, "[1, 2]")
                .refused("GET /config/s", 40408)
                .refused("GET /mode/s", 40409);
    }
}

package io.journey.local.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RegistryExtension.class)
class DurabilityTest {

    private static final int CALLERS = 8;
    private static final int SCHEMAS = 10;

    @Test
    void whatWasAnsweredIsStillTrueAfterARestart(RegistrySettings settings) {
        // Given
        try (EmbeddedRegistry first = EmbeddedRegistry.start(settings)) {
            new Conversation(RegistryClient.of(first))
                    .ask("PUT /config/b", "{\"compatibility\":\"NONE\",\"normalize\":true}", 200, "{}")
                    .ask("PUT /mode/c", "{\"mode\":\"READONLY\"}", 200, "{}")
                    .ask("PUT /config", "{\"compatibility\":\"FULL\"}", 200, "{}")
                    .askWithSchema("POST /subjects/a/versions", Schemas.BORROWED, 200, "{id: 1}")
                    .ask(
                            "POST /subjects/b/versions",
                            Schemas.borrowing(Schemas.BORROWER, "other.Sub", "a", 1),
                            200,
                            "{id: 2}")
                    .askWithSchema("POST /subjects/d/versions", Schemas.STRING, 200, "{id: 3}")
                    .ask("DELETE /subjects/d", 200, "[1]");
        }

        // When
        try (EmbeddedRegistry second = EmbeddedRegistry.start(settings)) {
            // Then
            new Conversation(RegistryClient.of(second))
                    .ask("GET /subjects", 200, "['a', 'b']")
                    .ask("GET /subjects?deleted=true", 200, "['a', 'b', 'd']")
                    .ask("GET /schemas/ids/2", 200, "{references: [{name: 'other.Sub', subject: 'a', version: 1}]}")
                    .ask("GET /config", 200, "{compatibilityLevel: 'FULL'}")
                    .ask("GET /config/b", 200, "{compatibilityLevel: 'NONE', normalize: true}")
                    .ask("GET /mode/c", 200, "{mode: 'READONLY'}")
                    .askWithSchema("POST /subjects/d/versions", Schemas.STRING, 200, "{id: 3, version: 2}")
                    .askWithSchema("POST /subjects/e/versions", "\"long\"", 200, "{id: 4, version: 1}");
        }
    }

    @Test
    void anErasedIdIsNotGivenOutAgainAfterARestart(RegistrySettings settings) {
        try (EmbeddedRegistry first = EmbeddedRegistry.start(settings)) {
            new Conversation(RegistryClient.of(first))
                    .askWithSchema("POST /subjects/a/versions", Schemas.STRING, 200, "{id: 1}")
                    .ask("DELETE /subjects/a", 200, "[1]")
                    .ask("DELETE /subjects/a?permanent=true", 200, "[1]");
        }

        try (EmbeddedRegistry second = EmbeddedRegistry.start(settings)) {
            new Conversation(RegistryClient.of(second))
                    .askWithSchema("POST /subjects/a/versions", "\"long\"", 200, "{id: 2}");
        }
    }

    @Test
    void aRegistryThatAnotherHasReplacedWritesNoMore(RegistrySettings settings) {
        try (EmbeddedRegistry replaced = EmbeddedRegistry.start(settings);
                EmbeddedRegistry successor = EmbeddedRegistry.start(settings)) {
            new Conversation(RegistryClient.of(replaced))
                    .refusedSchema("POST /subjects/a/versions", Schemas.STRING, 50001)
                    .refusedSchema("POST /subjects/a/versions", Schemas.STRING, 50001)
                    .ask("GET /subjects", 200, "[]");
            new Conversation(RegistryClient.of(successor))
                    .askWithSchema("POST /subjects/a/versions", Schemas.STRING, 200, "{id: 1}");
        }
    }

    @Test
    void callersAtOnceGetOneIdForEachSchema(RegistryClient registry) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            // When
            List<Future<Integer>> ids = callers.invokeAll(IntStream.range(0, CALLERS * SCHEMAS)
                    .<Callable<Integer>>mapToObj(call -> () -> registry.register(
                                    "subject-" + call / SCHEMAS, Schemas.record("field" + call % SCHEMAS + "?"))
                            .body()
                            .path("id")
                            .asInt())
                    .toList());

            // Then
            for (int call = 0; call < ids.size(); call++) {
                assertThat(ids.get(call).get())
                        .isBetween(1, SCHEMAS)
                        .isEqualTo(ids.get(call % SCHEMAS).get());
            }
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void aTakenPortIsNamed(RegistrySettings settings) throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> EmbeddedRegistry.start(settings.onPort(taken.getLocalPort())))
                    .isInstanceOf(RegistryException.class)
                    .hasMessageContainingAll("127.0.0.1:" + taken.getLocalPort(), "is taken");
        }
    }
}

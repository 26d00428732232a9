package io.journey.events.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.journey.events.support.SmallRegistry;
import io.journey.events.support.SmallRegistry.Request;
import io.journey.events.v1.Stage;
import io.journey.events.v1.StageKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryClientTest {

    private static final Schema STAGE = PublishedSchema.of(Stage.getClassSchema());

    private final SmallRegistry registry = SmallRegistry.start();

    @AfterEach
    void stopRegistry() {
        registry.close();
    }

    @Test
    void registersFindsAndReads() {
        RegistryClient client = client(Map.of());

        int id = client.register("stages-value", STAGE);

        assertThat(client(Map.of()).idOf("stages-value", STAGE)).isEqualTo(id);
        assertThat(client(Map.of()).byId(id)).isEqualTo(STAGE);
        assertThat(client.latest("stages-value")).isEqualTo(new RegisteredSchema(id, 1, STAGE));
        assertThat(client.subjects()).containsExactly("stages-value");
    }

    @Test
    void speaksTheProtocolsMediaTypeAndEncodesSubjects() {
        client(Map.of()).register("a/b c+d", STAGE);

        Request request = registry.requests().get(0);
        assertThat(request.path()).isEqualTo("/subjects/a%2Fb%20c%2Bd/versions");
        assertThat(request.headers().get("Content-type")).containsExactly("application/vnd.schemaregistry.v1+json");
        assertThat(registry.subjects()).containsExactly("a/b c+d");
    }

    @Test
    void keepsTheBasePath() {
        registry.answerNext(200, "[]");

        client(Map.of("schema.registry.url", registry.uri() + "/apis/ccompat/v7/"))
                .subjects();

        assertThat(registry.requests().get(0).path()).isEqualTo("/apis/ccompat/v7/subjects");
    }

    @Test
    void askedByManyAtOnceItAsksOnce() throws Exception {
        int id = registry.put("stages-value", STAGE.toString());
        RegistryClient client = client(Map.of());
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Schema>> answers = IntStream.range(0, 50)
                    .mapToObj(i -> threads.submit(() -> client.byId(id)))
                    .toList();
            for (Future<Schema> answer : answers) {
                assertThat(answer.get()).isEqualTo(STAGE);
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(registry.requests()).hasSize(1);
    }

    @Test
    void aFloodOfRecordsWithAnUnknownIdIsNotAFloodOfCalls() {
        RegistryClient client = client(Map.of());

        for (int i = 0; i < 100; i++) {
            assertThatThrownBy(() -> client.byId(4711)).isInstanceOf(RegistryRefusedException.class);
        }

        assertThat(registry.requests()).hasSize(1);
    }

    @Test
    void anUnknownIdIsAskedForAgainLater() {
        RegistryClient client = client(Map.of("missing.id.cache.ttl.sec", "0"));
        RegistryRefusedException refused = catchThrowableOfType(RegistryRefusedException.class, () -> client.byId(1));
        registry.put("stages-value", STAGE.toString());

        assertThat(refused.schemaNotFound()).isTrue();
        assertThat(client.byId(1)).isEqualTo(STAGE);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504})
    void triesAgainWhenTheRegistryCannotAnswerNow(int status) {
        registry.answerNext(status, "later");
        registry.answerNext(status, "{\"error_code\":50002,\"message\":\"timed out\"}");

        assertThat(client(Map.of()).register("stages-value", STAGE)).isEqualTo(1);
        assertThat(registry.requests()).hasSize(3);
    }

    @Test
    void givesUpAfterTheRetriesAndSaysWhatItMet() {
        for (int i = 0; i < 3; i++) {
            registry.answerNext(503, "down for maintenance");
        }
        RegistryClient client = client(Map.of("max.retries", "2"));

        assertThatThrownBy(() -> client.register("stages-value", STAGE))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("cannot register io.journey.events.v1.Stage under subject stages-value")
                .hasMessageContaining("after 3 attempts")
                .hasMessageContaining("answered 503 down for maintenance");
    }

    @Test
    void goesOnToTheNextRegistryAndStaysThere() throws IOException {
        String dead = "http://localhost:" + unusedPort();
        RegistryClient client = client(Map.of("schema.registry.url", dead + ", " + registry.uri(), "max.retries", "0"));

        client.register("stages-value", STAGE);
        client.latest("stages-value");

        assertThat(registry.requests()).hasSize(2);
    }

    @Test
    void aSilentRegistryTimesOut() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            RegistryClient client = client(Map.of(
                    "schema.registry.url", "http://localhost:" + silent.getLocalPort(),
                    "http.read.timeout.ms", "200",
                    "max.retries", "1"));

            assertThatThrownBy(client::subjects)
                    .isInstanceOf(RegistryUnavailableException.class)
                    .hasMessageContaining("timed out");
        }
    }

    @Test
    void namesSubjectAnswerAndDifferenceWhenASchemaIsIncompatible() {
        registry.put(
                "stages-value", PublishedSchema.of(StageKey.getClassSchema()).toString());
        registry.answerNext(409, "{\"error_code\":409,\"message\":\"READER_FIELD_MISSING_DEFAULT_VALUE\"}");

        RegistryRefusedException refused = catchThrowableOfType(
                RegistryRefusedException.class, () -> client(Map.of()).register("stages-value", STAGE));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused)
                .hasMessageContaining("under subject stages-value")
                .hasMessageContaining("code 409: READER_FIELD_MISSING_DEFAULT_VALUE")
                .hasMessageContaining("version 1 is registered")
                .hasMessageContaining("field version is only in ours")
                .hasMessageContaining("field journey is only in the registered one")
                .hasMessageContaining("must keep it compatible");
        assertThat(registry.requests()).hasSize(2);
    }

    @Test
    void doesNotAskAgainWhenRefused() {
        registry.answerNext(422, "{\"error_code\":42201,\"message\":\"Invalid schema\"}");

        RegistryRefusedException refused = catchThrowableOfType(
                RegistryRefusedException.class, () -> client(Map.of()).register("stages-value", STAGE));

        assertThat(refused.code()).isEqualTo(42201);
        assertThat(registry.requests()).hasSize(1);
    }

    @Test
    void aWrongPathIsNoUnknownSchema() {
        registry.answerNext(404, "<html>no such page</html>");

        RegistryRefusedException refused = catchThrowableOfType(
                RegistryRefusedException.class, () -> client(Map.of()).byId(1));

        assertThat(refused.schemaNotFound()).isFalse();
        assertThat(refused).hasMessageContaining("check the host and path in schema.registry.url");
    }

    @Test
    void somethingElseThanARegistryIsNamedAsSuch() {
        registry.answerNext(200, "<html>welcome</html>");

        assertThatThrownBy(() -> client(Map.of()).subjects())
                .isInstanceOf(RegistryRefusedException.class)
                .hasMessageContaining("expected JSON: check the host and path");
    }

    @Test
    void sendsCredentialsAsConfigured() {
        client(Map.of("basic.auth.credentials.source", "USER_INFO", "basic.auth.user.info", "ada:l:ove"))
                .register("a", STAGE);
        client(Map.of("schema.registry.url", registry.uri().toString().replace("://", "://ada:love@")))
                .register("b", STAGE);
        client(Map.of("bearer.auth.credentials.source", "STATIC_TOKEN", "bearer.auth.token", "t0ken"))
                .register("c", STAGE);
        client(Map.of(
                        "basic.auth.credentials.source",
                        "USER_INFO",
                        "schema.registry.basic.auth.user.info",
                        "prefixed:too"))
                .register("d", STAGE);

        assertThat(registry.requests())
                .extracting(request -> String.join(",", request.headers().getOrDefault("Authorization", List.of())))
                .containsExactly(basic("ada:l:ove"), basic("ada:love"), "Bearer t0ken", basic("prefixed:too"));
    }

    @Test
    void saysWhoMustActWhenCredentialsAreRefusedAndNeverShowsThem() {
        registry.answerNext(401, "{\"error_code\":40101,\"message\":\"Unauthorized\"}");

        assertThatThrownBy(() -> client(Map.of(
                                "basic.auth.credentials.source", "USER_INFO", "basic.auth.user.info", "ada:secret"))
                        .subjects())
                .isInstanceOf(RegistryRefusedException.class)
                .hasMessageContaining("must check its credentials")
                .hasMessageNotContaining("secret");
        assertThat(RegistrySettings.of(settings(Map.of(
                                "basic.auth.credentials.source", "USER_INFO", "basic.auth.user.info", "ada:secret")))
                        .toString())
                .doesNotContain("secret");
    }

    @Test
    void clientsOfEqualSettingsAreOne() {
        RegistrySettings settings = RegistrySettings.of(settings(Map.of()));

        assertThat(RegistryClient.shared(settings))
                .isSameAs(RegistryClient.shared(RegistrySettings.of(settings(Map.of()))));
    }

    private RegistryClient client(Map<String, String> more) {
        return new RegistryClient(RegistrySettings.of(settings(more)));
    }

    private Map<String, String> settings(Map<String, String> more) {
        Map<String, String> settings =
                new HashMap<>(Map.of("schema.registry.url", registry.uri().toString(), "retries.wait.ms", "1"));
        settings.putAll(more);
        return settings;
    }

    private static int unusedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static String basic(String userInfo) {
        return "Basic " + Base64.getEncoder().encodeToString(userInfo.getBytes(StandardCharsets.UTF_8));
    }
}
